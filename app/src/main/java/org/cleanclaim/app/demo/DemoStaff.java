package org.cleanclaim.app.demo;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.cleanclaim.app.demo.Scenario.CredentialHeld;
import org.cleanclaim.app.demo.Scenario.Person;
import org.cleanclaim.app.staff.CredentialEntry;
import org.cleanclaim.app.staff.Credentials;
import org.cleanclaim.app.staff.Pay;
import org.cleanclaim.app.staff.PayRecords;
import org.cleanclaim.app.staff.QueueRules;
import org.cleanclaim.app.staff.Staff;
import org.cleanclaim.app.staff.StaffEntry;
import org.cleanclaim.app.staff.StaffMember;
import org.cleanclaim.app.staff.WorkTargets;
import org.cleanclaim.app.staff.WorkType;
import org.cleanclaim.kernel.Money;
import org.springframework.stereotype.Component;

/// Enters the staff of the scenario: people, credentials, goals, pay, queue rules.
@Component
class DemoStaff {
  private final Staff staff;
  private final Credentials credentials;
  private final WorkTargets targets;
  private final PayRecords pays;
  private final QueueRules rules;

  DemoStaff(
      Staff staff,
      Credentials credentials,
      WorkTargets targets,
      PayRecords pays,
      QueueRules rules) {
    this.staff = staff;
    this.credentials = credentials;
    this.targets = targets;
    this.pays = pays;
    this.rules = rules;
  }

  void hire(Scenario scenario) {
    var crew = scenario.crew();
    Map<String, StaffMember> members = new HashMap<>();
    for (Person person : crew.people()) {
      var member =
          staff.add(
              new StaffEntry(
                  person.name(),
                  person.position(),
                  person.state(),
                  new BigDecimal(person.hoursPerWeek()),
                  person.employedFrom(),
                  null));
      members.put(person.name(), member);
      for (CredentialHeld held : person.credentials()) credentials.put(member, entry(held));
      person.goals().forEach((type, units) -> targets.goal(member, WorkType.valueOf(type), units));
      pays.enter(
          member,
          new Pay(
              Pay.Basis.valueOf(person.payBasis()), Money.of(person.pay()), person.employedFrom()));
    }
    for (Person person : crew.people()) {
      staff.link(
          java.util.Objects.requireNonNull(members.get(person.name())),
          person.userName(),
          person.manager() == null ? null : members.get(person.manager()));
    }
    crew.standards()
        .forEach(
            (type, minutes) -> targets.standard(WorkType.valueOf(type), new BigDecimal(minutes)));
    crew.queueRules().forEach(r -> rules.put(r.setting(), null, r.credentials()));
  }

  private static CredentialEntry entry(CredentialHeld held) {
    return new CredentialEntry(
        held.credential(),
        held.number(),
        held.issuedOn(),
        held.expiresOn(),
        held.cycleFrom(),
        held.expiresOn(),
        new BigDecimal(held.unitsNeeded()),
        new BigDecimal(held.unitsEarned()),
        held.proof());
  }
}
