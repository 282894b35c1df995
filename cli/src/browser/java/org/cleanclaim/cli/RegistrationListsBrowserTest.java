package org.cleanclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.app.authorization.AuthorizationEntry;
import org.cleanclaim.app.authorization.AuthorizationKind;
import org.cleanclaim.app.authorization.AuthorizationSource;
import org.cleanclaim.app.authorization.AuthorizationStatus;
import org.cleanclaim.app.authorization.Authorizations;
import org.cleanclaim.app.authorization.ServiceRange;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.coverage.EligibilityChecks;
import org.cleanclaim.app.coverage.EligibilityDesk;
import org.cleanclaim.app.coverage.PayerAnswers;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/// The front desk's lists of what payers said, worked until the row is gone.
@NullUnmarked
class RegistrationListsBrowserTest extends ClaimsInBrowser {
  @Test
  void aPolicyThatIsNotActiveIsEndedAndNeedsNobodyThen() {
    var patient = covered("Inactive", "lakeland", "LKP700001011");
    answered(patient, EligibilityAnswer.Status.INACTIVE);
    try (var context = context(1440)) {
      var page = context.newPage();
      var problems = problems(page);
      signIn(page, "fran");
      openTile(page, "Eligibility to look at");
      shootBoth(page, "eligibility");
      openRow(page, "Inactive, Wilma");
      assertThat(page.textContent("main")).contains("Not covered on that day");
      shootBoth(page, "eligibility-inactive");
      page.click("main >> text=Gold");
      page.fill("form[action$=days] input[name=through]", TODAY.minusDays(1).toString());
      page.fill("form[action$=days] input[name=reason]", "The patient left the employer");
      page.click("form[action$=days] button");
      assertThat(page.textContent(".cc-facts")).contains("to " + TODAY.minusDays(1));
      openTile(page, "Eligibility to look at");
      assertThat(lists(page, "Inactive, Wilma")).isFalse();
      assertThat(problems).isEmpty();
    }
  }

  @Test
  void aWrongMemberNumberIsCorrectedAndThePayerIsAskedAgainForTheSameDay() {
    var patient = covered("Mistyped", "lakeland", "LKP700001012");
    answered(patient, EligibilityAnswer.Status.INACTIVE);
    try (var context = context(1440)) {
      var page = context.newPage();
      var problems = problems(page);
      signIn(page, "fran");
      openTile(page, "Eligibility to look at");
      openRow(page, "Mistyped, Wilma");
      page.click("main >> text=Gold");
      page.fill("form[action$=member-id] input[name=memberId]", "LKP700001013");
      page.fill("form[action$=member-id] input[name=reason]", "Read from the card");
      page.click("form[action$=member-id] button");
      openTile(page, "Eligibility to look at");
      assertThat(page.textContent("tbody tr:has-text('Mistyped')"))
          .contains("Ask again: the policy or the patient was changed since");
      openRow(page, "Mistyped, Wilma");
      page.click("text=Ask again for " + TODAY.plusDays(2));
      assertThat(page.textContent("main")).contains("for " + TODAY.plusDays(2));
      openTile(page, "Eligibility to look at");
      assertThat(lists(page, "Mistyped, Wilma")).isFalse();
      assertThat(problems).isEmpty();
    }
  }

  @Test
  void anAuthorizationThatRunsOutIsAskedForAgain() {
    var patient = covered("Runner", "lakeland", "LKP700001014");
    inPractice(() ->
        bean(Authorizations.class)
            .add(
                patient.id(),
                payer("lakeland").id(),
                new AuthorizationEntry(
                    AuthorizationKind.PRIOR_AUTHORIZATION,
                    AuthorizationStatus.APPROVED,
                    "A1001",
                    AuthorizationSource.PHONE,
                    List.of(ServiceRange.of("97110").orElseThrow()),
                    null,
                    TODAY.minusDays(60),
                    TODAY.plusDays(5),
                    null,
                    null)));
    try (var context = context(1440)) {
      var page = context.newPage();
      var problems = problems(page);
      signIn(page, "fran");
      openTile(page, "Authorizations running out");
      shootBoth(page, "authorizations-running-out");
      openRow(page, "Runner, Wilma");
      page.click("text=Ask for more (278)");
      assertThat(page.inputValue("input[name=services]")).isEqualTo("97110");
      page.fill("input[name=services]", "97110 x 12");
      page.fill("input[name=through]", TODAY.plusDays(60).toString());
      shootBoth(page, "authorization-asked");
      page.click("text=Ask the payer");
      assertThat(page.textContent("main")).contains("No answer yet");
      openTile(page, "Authorizations running out");
      assertThat(lists(page, "Runner, Wilma")).isFalse();
      openTile(page, "Authorizations not answered");
      assertThat(lists(page, "Runner, Wilma")).isTrue();
      assertThat(problems).isEmpty();
    }
  }

  /// The payer's answer about the patient's policy, for a visit the day after tomorrow.
  private void answered(Patient patient, EligibilityAnswer.Status status) {
    LocalDate visit = TODAY.plusDays(2);
    inPractice(() -> {
      long policy = bean(Coverages.class).ofPatient(patient.id()).getFirst().id();
      var file =
          bean(EligibilityDesk.class)
              .askAgain(payer("lakeland"), List.of(new EligibilityDesk.Question(policy, visit)));
      String trace = bean(EligibilityChecks.class).ofPatient(patient.id()).getFirst().trace();
      return bean(PayerAnswers.class)
          .receive(
              new EligibilityAnswer(
                  trace,
                  "Lakeland PPO",
                  null,
                  null,
                  status,
                  "Gold",
                  null,
                  visit,
                  List.of(),
                  List.of()),
              null,
              file.id());
    });
  }
}
