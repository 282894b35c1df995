package org.cleanclaim.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.codingquery.CodingQuery.Status;
import org.cleanclaim.app.codingquery.QueryAnswers;
import org.cleanclaim.app.codingquery.QueryEscalation;
import org.cleanclaim.app.coverage.EligibilityChecks;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.staff.QueueRules;
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
  private final Pages pages;
  private final Worklists worklists;
  private final ChartQueue chartQueue;
  private final Ledger ledger;
  private final StaffReminders reminders;
  private final QueueRules rules;
  private final QueryEscalation escalation;
  private final EligibilityChecks eligibility;
  private final QueryAnswers answers;

  EntryPages(
      Pages pages,
      Worklists worklists,
      ChartQueue chartQueue,
      Ledger ledger,
      StaffReminders reminders,
      QueueRules rules,
      QueryEscalation escalation,
      EligibilityChecks eligibility,
      QueryAnswers answers) {
    this.pages = pages;
    this.chartQueue = chartQueue;
    this.worklists = worklists;
    this.ledger = ledger;
    this.reminders = reminders;
    this.rules = rules;
    this.escalation = escalation;
    this.eligibility = eligibility;
    this.answers = answers;
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

  @GetMapping("/")
  ResponseEntity<String> today(HttpServletRequest request) {
    boolean maySeeMoney = Acting.actor().may(Permission.SEE_LEDGER);
    boolean maySeeStaff = Acting.actor().may(Permission.MANAGE_STAFF);
    return pages.page(
        request,
        "today",
        "Today",
        "today.jte",
        Map.of(
            "eligibilityToSee",
            Acting.actor().may(Permission.CHECK_ELIGIBILITY) ? eligibility.exceptionCount() : 0,
            "today",
            worklists.today(),
            "totals",
            ledger.totals(),
            "maySeeMoney",
            maySeeMoney,
            "staffReminders",
            maySeeStaff ? reminders.all(rules.today()).size() : 0,
            "chartsToCode",
            chartQueue.toCode(),
            "queriesEscalated",
            escalation.open(),
            "queriesToMe",
            Acting.actor().may(Permission.ANSWER_QUERY)
                ? answers.mine().stream().filter(q -> q.status() == Status.SENT).count()
                : 0L));
  }

  @GetMapping("/health")
  @ResponseBody
  String health() {
    return "ok";
  }
}
