package org.cleanclaim.app.worklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cleanclaim.app.staff.Credential;
import org.cleanclaim.app.staff.Credentials;
import org.cleanclaim.app.staff.QueueRule;
import org.cleanclaim.app.staff.QueueRules;
import org.cleanclaim.app.staff.Staff;
import org.cleanclaim.app.staff.StaffMember;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What has to be done about credentials, the most urgent first.
@Component
@Transactional(readOnly = true)
public class StaffReminders {
  private static final int CYCLE_NOTICE_DAYS = 90;

  /// One thing to do.
  ///
  /// @param memberId whom it is about, null for a queue that nobody may work
  /// @param due the day it has to be done by, or since which it is late; null when none is set
  /// @param what what is the matter
  /// @param nextStep what to do now
  public record Reminder(
      @Nullable UUID memberId,
      String name,
      Urgency urgency,
      @Nullable LocalDate due,
      String what,
      String nextStep) {}

  /// How soon.
  public enum Urgency {
    NOW,
    SOON
  }

  private final Staff staff;
  private final Credentials credentials;
  private final QueueRules rules;

  StaffReminders(Staff staff, Credentials credentials, QueueRules rules) {
    this.staff = staff;
    this.credentials = credentials;
    this.rules = rules;
  }

  /// What is to do about people employed today and the queues.
  public List<Reminder> all(LocalDate today) {
    var members = new HashMap<Long, StaffMember>();
    staff.all().stream().filter(m -> m.isEmployedOn(today)).forEach(m -> members.put(m.id(), m));
    var held =
        credentials.all().stream().filter(c -> members.containsKey(c.staffMemberId())).toList();
    var reminders = new ArrayList<Reminder>();
    for (QueueRule rule : rules.all()) unstaffed(rule, held, members, today, reminders);
    for (Credential c : held) {
      StaffMember member = members.get(c.staffMemberId());
      if (member == null) continue;
      standing(member, c, today, reminders);
      education(member, c, today, reminders);
    }
    reminders.sort(
        Comparator.comparing(Reminder::urgency)
            .thenComparing(Reminder::due, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Reminder::name));
    return List.copyOf(reminders);
  }

  /// What is to do about one person.
  public List<Reminder> of(StaffMember member, LocalDate today) {
    return all(today).stream().filter(r -> member.publicId().equals(r.memberId())).toList();
  }

  private static void unstaffed(
      QueueRule rule,
      List<Credential> held,
      Map<Long, StaffMember> members,
      LocalDate today,
      List<Reminder> reminders) {
    boolean isStaffed =
        held.stream()
            .filter(c -> {
              var member = members.get(c.staffMemberId());
              return member != null && member.userName() != null;
            })
            .anyMatch(c -> rule.credentials().contains(c.credential()) && c.qualifies(today));
    if (isStaffed) return;
    reminders.add(
        new Reminder(
            null,
            "Queue: " + rule.queue(),
            Urgency.NOW,
            null,
            "Nobody who signs in holds a proven %s.".formatted(rule.anyOf()),
            "Enter the proof of somebody who does, have it earned, or change the rule."));
  }

  private static void standing(
      StaffMember member, Credential c, LocalDate today, List<Reminder> reminders) {
    switch (c.state(today)) {
      case VALID -> {}
      case EXPIRED ->
          reminders.add(
              new Reminder(
                  member.publicId(),
                  member.name(),
                  Urgency.NOW,
                  c.expiresOn(),
                  c.credential() + " has expired.",
                  "It opens no queue until it is renewed. Have it renewed, then enter the new dates"
                      + " and the proof."));
      case EXPIRING ->
          reminders.add(
              new Reminder(
                  member.publicId(),
                  member.name(),
                  Urgency.SOON,
                  c.expiresOn(),
                  c.credential() + " expires within 60 days.",
                  "Have it renewed before that day, then enter the new dates and the proof."));
      case UNPROVEN ->
          reminders.add(
              new Reminder(
                  member.publicId(),
                  member.name(),
                  Urgency.NOW,
                  null,
                  c.credential() + " has no proof on record.",
                  "It opens no queue until it is proven. Ask for the certificate and add it."));
    }
  }

  private static void education(
      StaffMember member, Credential c, LocalDate today, List<Reminder> reminders) {
    var cycle = c.cycle();
    if (cycle == null || cycle.missing().signum() == 0) return;
    if (today.plusDays(CYCLE_NOTICE_DAYS).isBefore(cycle.until())) return;
    boolean isOver = today.isAfter(cycle.until());
    reminders.add(
        new Reminder(
            member.publicId(),
            member.name(),
            isOver ? Urgency.NOW : Urgency.SOON,
            cycle.until(),
            "%s: %s of %s education units are missing."
                .formatted(
                    c.credential(),
                    cycle.missing().stripTrailingZeros().toPlainString(),
                    cycle.needed().stripTrailingZeros().toPlainString()),
            isOver
                ? "The cycle is over. Ask who granted it what is still possible, and enter the new"
                    + " cycle."
                : "Have them earned and entered before the cycle ends."));
  }
}
