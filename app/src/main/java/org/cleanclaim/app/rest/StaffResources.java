package org.cleanclaim.app.rest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.codingaudit.CodingAccuracy;
import org.cleanclaim.app.codingaudit.Tally;
import org.cleanclaim.app.insight.Scorecard;
import org.cleanclaim.app.insight.Scorecards;
import org.cleanclaim.app.staff.Credential;
import org.cleanclaim.app.staff.Credentials;
import org.cleanclaim.app.staff.QueueRule;
import org.cleanclaim.app.staff.QueueRules;
import org.cleanclaim.app.staff.Staff;
import org.cleanclaim.app.staff.StaffMember;
import org.cleanclaim.app.staff.WorkType;
import org.cleanclaim.app.worklist.StaffReminders;
import org.cleanclaim.app.worklist.StaffReminders.Reminder;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The staff with credentials, what is to do about them, and scorecards.
@RestController
@RequestMapping("/api/v1/staff")
class StaffResources {

  /// @param user null for somebody who does not sign in
  record MemberResource(
      UUID id,
      String name,
      String position,
      @Nullable String state,
      BigDecimal hoursPerWeek,
      LocalDate employedFrom,
      @Nullable LocalDate employedUntil,
      @Nullable String user,
      List<CredentialResource> credentials) {}

  record CredentialResource(
      String credential,
      @Nullable String number,
      LocalDate issuedOn,
      @Nullable LocalDate expiresOn,
      Credential.State state,
      Credential.@Nullable Cycle cycle,
      @Nullable String proofReference,
      @Nullable UUID proofFile) {}

  /// @param accuracy percent of the codes of closed audits, rounded down; null without any
  /// @param codesAudited what it is a percent of
  record ScorecardLine(
      WorkType type,
      int done,
      @Nullable Integer goal,
      long activeMinutes,
      long waitingMinutes,
      @Nullable BigDecimal accuracy,
      int codesAudited) {}

  record ScorecardResource(String person, YearMonth month, List<ScorecardLine> lines) {}

  private final Staff staff;
  private final Credentials credentials;
  private final QueueRules rules;
  private final StaffReminders reminders;
  private final Scorecards scorecards;
  private final CodingAccuracy accuracy;
  private final AuditTrail audit;

  StaffResources(
      Staff staff,
      Credentials credentials,
      QueueRules rules,
      StaffReminders reminders,
      Scorecards scorecards,
      CodingAccuracy accuracy,
      AuditTrail audit) {
    this.staff = staff;
    this.credentials = credentials;
    this.rules = rules;
    this.reminders = reminders;
    this.scorecards = scorecards;
    this.accuracy = accuracy;
    this.audit = audit;
  }

  @GetMapping
  List<MemberResource> all() {
    AccessDeniedForActor.unless(Permission.MANAGE_STAFF);
    var today = rules.today();
    return staff.all().stream().map(m -> member(m, today)).toList();
  }

  @GetMapping("/reminders")
  List<Reminder> reminders() {
    AccessDeniedForActor.unless(Permission.MANAGE_STAFF);
    return reminders.all(rules.today());
  }

  @GetMapping("/queue-rules")
  List<QueueRule> queueRules() {
    AccessDeniedForActor.unless(Permission.MANAGE_STAFF);
    return rules.all();
  }

  @GetMapping("/{id}/scorecard")
  ScorecardResource scorecard(
      @PathVariable UUID id, @RequestParam(required = false) @Nullable YearMonth month) {
    var member = staff.visible(id);
    Scorecard card = scorecards.of(member, month == null ? YearMonth.from(rules.today()) : month);
    audit.record("read scorecard", "staff member", member.id(), null, card.month().toString());
    var audited = accuracy.ofMonth(member, card.month());
    return new ScorecardResource(
        member.name(),
        card.month(),
        card.lines().stream().map(l -> line(l, audited.of(l.type()))).toList());
  }

  private static ScorecardLine line(Scorecard.Line line, Tally audited) {
    return new ScorecardLine(
        line.type(),
        line.done(),
        line.goal(),
        line.activeMinutes(),
        line.waitingMinutes(),
        audited.percent().orElse(null),
        audited.denominator());
  }

  private MemberResource member(StaffMember m, LocalDate today) {
    return new MemberResource(
        m.publicId(),
        m.name(),
        m.position(),
        m.state(),
        m.hoursPerWeek(),
        m.employedFrom(),
        m.employedUntil(),
        m.userName(),
        credentials.ofMember(m.id()).stream()
            .map(c ->
                new CredentialResource(
                    c.credential(),
                    c.number(),
                    c.issuedOn(),
                    c.expiresOn(),
                    c.state(today),
                    c.cycle(),
                    c.proofReference(),
                    c.proofFile()))
            .toList());
  }
}
