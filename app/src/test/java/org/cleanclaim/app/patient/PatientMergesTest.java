package org.cleanclaim.app.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.ledger.LedgerHash;
import org.cleanclaim.app.statement.PatientPayment;
import org.cleanclaim.app.statement.PatientPayments;
import org.cleanclaim.kernel.Money;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Patients of the demo month merged in transactions that leave nothing.
class PatientMergesTest {
  private static final LocalDate EVER = LocalDate.of(2100, 1, 1);

  private final DemoServer demo = DemoServer.shared();
  private final Patients patients = demo.bean(Patients.class);
  private final PatientMerges merges = demo.bean(PatientMerges.class);
  private final Ledger ledger = demo.bean(Ledger.class);
  private final JdbcClient jdbc = demo.bean(JdbcClient.class);

  private interface Work {
    void on(Patient stays, Patient goes);
  }

  /// The two patients who owe most, as somebody of a role.
  private void as(Role role, Work work) {
    long organization = demo.bean(Organizations.class).all().getFirst().id();
    var transaction = new TransactionTemplate(demo.bean(PlatformTransactionManager.class));
    Acting.as(
        new Actor(organization, "mara", Set.of(role), false),
        () ->
            transaction.execute(tx -> {
              tx.setRollbackOnly();
              var two =
                  jdbc.sql(
                          """
                          select patient_id
                          from entry
                          where account = 'PATIENT_RECEIVABLE'
                            and patient_id in (select patient_id from claim)
                          group by patient_id
                          having sum(amount) > 0
                          order by sum(amount) desc
                          limit 2
                          """)
                      .query(Long.class)
                      .list();
              work.on(
                  patients.get(new PatientId(two.get(0))), patients.get(new PatientId(two.get(1))));
              return null;
            }));
  }

  @Test
  void claimsVisitsAndMoneyFollowAndNoEntryIsTouched() {
    as(
        Role.MANAGER,
        (stays, goes) -> {
          String hash = demo.bean(LedgerHash.class).of(EVER);
          var owed = balance(stays).plus(balance(goes));
          int claims = claims(stays) + claims(goes);
          int visits = visits(stays) + visits(goes);
          int entries = entries(stays) + entries(goes);
          int policies = policies(stays) + policies(goes);

          merges.merge(
              stays.publicId(), goes.publicId(), "the same card was seen", goes.accountNumber());

          assertThat(demo.bean(LedgerHash.class).of(EVER)).isEqualTo(hash);
          var byOldId = patients.find(goes.publicId()).orElseThrow();
          assertThat(byOldId.publicId()).isEqualTo(stays.publicId());
          assertThat(patients.numbered(goes.accountNumber()).orElseThrow().id())
              .isEqualTo(stays.id());
          for (var id : new PatientId[] {stays.id(), goes.id()}) {
            var one = patients.get(id);
            assertThat(balance(one)).isEqualTo(owed);
            assertThat(ledger.patientBalance(id.value())).isEqualTo(owed);
          }
          assertThat(claims(stays)).isEqualTo(claims);
          assertThat(visits(stays)).isEqualTo(visits);
          assertThat(entries(stays)).isEqualTo(entries);
          assertThat(policies(stays)).isEqualTo(policies);
          assertThat(patients.search(goes.name().last(), 1).rows())
              .noneMatch(p -> p.id().equals(goes.id()));
          assertThat(merges.into(stays.id()))
              .singleElement()
              .satisfies(m -> assertThat(m.reason()).isEqualTo("the same card was seen"));
        });
  }

  @Test
  void moneyForAVisitOfTheOldRecordIsTakenUnderTheNewOne() {
    as(
        Role.MANAGER,
        (stays, goes) -> {
          merges.merge(
              stays.publicId(), goes.publicId(), "the same card was seen", goes.accountNumber());
          var before = balance(stays);
          var visit =
              demo.bean(Encounters.class).ofPatient(stays.id()).stream()
                  .filter(v -> v.patientId().equals(goes.id()))
                  .findFirst()
                  .orElseThrow();

          demo.bean(PatientPayments.class)
              .take(
                  new PatientPayment(
                      stays.id().value(),
                      visit.id().value(),
                      "MERGED-1",
                      "CASH",
                      PatientPayments.Purpose.STATEMENT,
                      Money.of("5.00"),
                      visit.servedOn()));

          assertThat(balance(stays)).isEqualTo(before.minus(Money.of("5.00")));
          assertThat(ledger.totals().isBalanced()).isTrue();
        });
  }

  @Test
  void aMergeStaysAndNeedsItsRightAReasonAndTwoRecords() {
    as(
        Role.FRONT_DESK,
        (stays, goes) ->
            assertThatThrownBy(() ->
                    merges.merge(
                        stays.publicId(),
                        goes.publicId(),
                        "the same card was seen",
                        goes.accountNumber()))
                .isInstanceOf(AccessDeniedForActor.class));
    as(
        Role.MANAGER,
        (stays, goes) -> {
          assertThatThrownBy(() -> merges.merge(stays.publicId(), goes.publicId(), "same", ""))
              .isInstanceOf(PatientRefusal.class)
              .hasMessageContaining("cannot be undone");
          merges.merge(
              stays.publicId(), goes.publicId(), "the same card was seen", goes.accountNumber());
          assertThatThrownBy(
                  () -> merges.merge(goes.publicId(), stays.publicId(), "the other way round", ""))
              .isInstanceOf(PatientRefusal.class)
              .hasMessageContaining("one record already");
          assertThatThrownBy(() ->
                  jdbc.sql(
                          "update patient set merged_into = null, merged_at = null, merged_by ="
                              + " null, merge_reason = null where patient_id = :id")
                      .param("id", goes.id().value())
                      .update())
              .isInstanceOf(DataAccessException.class);
        });
  }

  private Money balance(Patient one) {
    return ledger.patientBalance(one.id().value());
  }

  private int claims(Patient one) {
    return demo.bean(Claims.class).ofPatient(one.id()).size();
  }

  private int visits(Patient one) {
    return demo.bean(Encounters.class).ofPatient(one.id()).size();
  }

  private int entries(Patient one) {
    return ledger.ofPatient(one.id().value()).size();
  }

  private int policies(Patient one) {
    return demo.bean(Coverages.class).ofPatient(one.id()).size();
  }
}
