package org.cleanclaim.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.authorization.AuthorizationFilter;
import org.cleanclaim.app.authorization.Authorizations;
import org.cleanclaim.app.codingaudit.CodingAccuracy;
import org.cleanclaim.app.codingaudit.MonthAccuracy;
import org.cleanclaim.app.codingquery.QueryAnswers;
import org.cleanclaim.app.codingquery.QueryEscalation;
import org.cleanclaim.app.codingqueue.CoderDay;
import org.cleanclaim.app.coverage.EligibilityChecks;
import org.cleanclaim.app.followup.SilentClaims;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.staff.QueueRules;
import org.cleanclaim.app.storage.ReadOnce;
import org.cleanclaim.app.worklist.ChartQueue;
import org.cleanclaim.app.worklist.StaffReminders;
import org.cleanclaim.app.worklist.Worklists;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// Sign-in, the first page, and a sign of life.
@Controller
class EntryPages {
  /// How far back a coder's own accuracy reaches.
  private static final int ACCURACY_MONTHS = 3;

  private final Pages pages;
  private final Worklists worklists;
  private final ChartQueue chartQueue;
  private final CoderDay coderDay;
  private final CodingAccuracy accuracy;
  private final Ledger ledger;
  private final StaffReminders reminders;
  private final QueueRules rules;
  private final QueryEscalation escalation;
  private final EligibilityChecks eligibility;
  private final QueryAnswers answers;
  private final SilentClaims silent;
  private final Authorizations authorizations;

  EntryPages(
      Pages pages,
      Worklists worklists,
      ChartQueue chartQueue,
      CoderDay coderDay,
      CodingAccuracy accuracy,
      Ledger ledger,
      StaffReminders reminders,
      QueueRules rules,
      QueryEscalation escalation,
      EligibilityChecks eligibility,
      QueryAnswers answers,
      SilentClaims silent,
      Authorizations authorizations) {
    this.pages = pages;
    this.chartQueue = chartQueue;
    this.coderDay = coderDay;
    this.accuracy = accuracy;
    this.worklists = worklists;
    this.ledger = ledger;
    this.reminders = reminders;
    this.rules = rules;
    this.escalation = escalation;
    this.eligibility = eligibility;
    this.answers = answers;
    this.silent = silent;
    this.authorizations = authorizations;
  }

  @GetMapping("/sign-in")
  ResponseEntity<String> signIn(
      HttpServletRequest request,
      @RequestParam(required = false) String error,
      @RequestParam(required = false) String out) {
    return pages.page(
        request,
        "",
        "Sign in",
        "sign-in.jte",
        Map.of("hasFailed", error != null, "isSignedOut", out != null));
  }

  /// The lists all ask for the practice's day: it is read once.
  @GetMapping("/")
  ResponseEntity<String> today(HttpServletRequest request) {
    return ReadOnce.during(
        () -> pages.page(request, "today", "Today", "today.jte", todaysNumbers()));
  }

  private Map<String, Object> todaysNumbers() {
    var actor = Acting.actor();
    var values = new LinkedHashMap<String, Object>();
    values.put("today", worklists.today());
    values.put("totals", ledger.totals());
    values.put("maySeeMoney", actor.may(Permission.SEE_LEDGER));
    values.put(
        "eligibilityToSee",
        actor.may(Permission.CHECK_ELIGIBILITY) ? eligibility.exceptionCount() : 0);
    values.put("claimsSilent", actor.may(Permission.SEE_CLAIM) ? silent.count() : 0);
    values.put(
        "authorizationsRunningOut",
        actor.may(Permission.KEEP_AUTHORIZATION)
            ? authorizations.list(AuthorizationFilter.RUNNING_OUT).size()
            : 0);
    values.put(
        "staffReminders",
        actor.may(Permission.MANAGE_STAFF) ? reminders.all(rules.today()).size() : 0);
    values.put("coderDay", coderDay.counts());
    values.put(
        "accuracy",
        actor.may(Permission.CODE_CHART)
            ? accuracy.mine(rules.today().minusMonths(ACCURACY_MONTHS))
            : MonthAccuracy.NONE);
    values.put("user", actor.name());
    values.put("chartsToCode", chartQueue.toCode());
    values.put("queriesEscalated", escalation.open());
    values.put("queriesToMe", actor.may(Permission.ANSWER_QUERY) ? answers.unanswered() : 0);
    return values;
  }

  @GetMapping("/health")
  @ResponseBody
  String health() {
    return "ok";
  }
}
