package org.cleanclaim.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.codingaudit.CodingAccuracy;
import org.cleanclaim.app.codingaudit.MonthAccuracy;
import org.cleanclaim.app.insight.Scorecard;
import org.cleanclaim.app.insight.Scorecards;
import org.cleanclaim.app.staff.QueueRules;
import org.cleanclaim.app.staff.Staff;
import org.cleanclaim.app.staff.StaffMember;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// What a person did in a month. The person and who keeps the staff see the same page.
@Controller
public class ScorecardPages {
  private final Pages pages;
  private final Staff staff;
  private final Scorecards scorecards;
  private final CodingAccuracy accuracy;
  private final QueueRules rules;
  private final AuditTrail audit;

  ScorecardPages(
      Pages pages,
      Staff staff,
      Scorecards scorecards,
      CodingAccuracy accuracy,
      QueueRules rules,
      AuditTrail audit) {
    this.pages = pages;
    this.staff = staff;
    this.scorecards = scorecards;
    this.accuracy = accuracy;
    this.rules = rules;
    this.audit = audit;
  }

  @GetMapping("/staff/{id}/scorecard")
  ResponseEntity<String> scorecard(
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable YearMonth month) {
    var member = staff.visible(id);
    var card = card(member, month);
    audit.record("read scorecard", "staff member", member.id(), null, card.month().toString());
    var values = new LinkedHashMap<String, Object>();
    values.put("member", member);
    values.put("card", card);
    values.put("accuracy", accuracyOf(member, card));
    values.put("picture", picture(card));
    return pages.page(
        request, "staff", "Scorecard of " + member.name(), "staff/scorecard.jte", values);
  }

  @GetMapping(value = "/staff/{id}/scorecard.csv", produces = "text/csv")
  ResponseEntity<String> csv(
      @PathVariable UUID id, @RequestParam(required = false) @Nullable YearMonth month) {
    var member = staff.visible(id);
    var card = card(member, month);
    audit.record("exported scorecard", "staff member", member.id(), null, card.month().toString());
    var csv =
        new StringBuilder(
            "person,month,type,done,goal,goal_percent,active_minutes,waiting_minutes,accuracy\n");
    var audited = accuracyOf(member, card);
    for (Scorecard.Line line : card.lines()) {
      csv.append(
              Csv.line(
                  member.name(),
                  card.month(),
                  line.type().title(),
                  line.done(),
                  line.goal(),
                  line.goalPercent(),
                  line.activeMinutes(),
                  line.waitingMinutes(),
                  audited.words(line.type())))
          .append('\n');
    }
    return CsvAnswer.of("scorecard.csv", csv.toString());
  }

  private MonthAccuracy accuracyOf(StaffMember member, Scorecard card) {
    return accuracy.ofMonth(member, card.month());
  }

  private Scorecard card(StaffMember member, @Nullable YearMonth month) {
    return scorecards.of(member, month == null ? YearMonth.from(rules.today()) : month);
  }

  private static BarPicture picture(Scorecard card) {
    List<BarPicture.Amount> amounts =
        card.lines().stream()
            .map(l -> {
              Integer goal = l.goal();
              return new BarPicture.Amount(
                  l.type().title(),
                  BigDecimal.valueOf(l.done()),
                  goal == null ? null : BigDecimal.valueOf(goal),
                  goal == null ? l.done() + " done" : l.done() + " of " + goal);
            })
            .toList();
    return BarPicture.of(amounts);
  }
}
