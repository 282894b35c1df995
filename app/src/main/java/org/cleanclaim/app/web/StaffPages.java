package org.cleanclaim.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.access.UserAccounts;
import org.cleanclaim.app.insight.PayBenchmarks;
import org.cleanclaim.app.staff.Credential;
import org.cleanclaim.app.staff.Credentials;
import org.cleanclaim.app.staff.PayRecords;
import org.cleanclaim.app.staff.QueueRules;
import org.cleanclaim.app.staff.Staff;
import org.cleanclaim.app.staff.StaffEntry;
import org.cleanclaim.app.staff.StaffMember;
import org.cleanclaim.app.staff.WorkTargets;
import org.cleanclaim.app.staff.WorkType;
import org.cleanclaim.app.worklist.StaffReminders;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of the staff with what is to do, and the page of one person.
@Controller
public class StaffPages {

  /// A person with the credentials held.
  public record StaffRow(StaffMember member, List<HeldCredential> credentials) {}

  /// A credential with where it stands today.
  public record HeldCredential(Credential credential, Credential.State state) {}

  private final Pages pages;
  private final Staff staff;
  private final Credentials credentials;
  private final WorkTargets targets;
  private final PayRecords pays;
  private final PayBenchmarks benchmarks;
  private final QueueRules rules;
  private final StaffReminders reminders;
  private final UserAccounts users;
  private final Organizations organizations;

  StaffPages(
      Pages pages,
      Staff staff,
      Credentials credentials,
      WorkTargets targets,
      PayRecords pays,
      PayBenchmarks benchmarks,
      QueueRules rules,
      StaffReminders reminders,
      UserAccounts users,
      Organizations organizations) {
    this.pages = pages;
    this.staff = staff;
    this.credentials = credentials;
    this.targets = targets;
    this.pays = pays;
    this.benchmarks = benchmarks;
    this.rules = rules;
    this.reminders = reminders;
    this.users = users;
    this.organizations = organizations;
  }

  @GetMapping("/staff")
  ResponseEntity<String> list(HttpServletRequest request) {
    AccessDeniedForActor.unless(Permission.MANAGE_STAFF);
    var today = rules.today();
    var rows = new ArrayList<StaffRow>();
    for (StaffMember member : staff.all()) rows.add(new StaffRow(member, held(member, today)));
    var values = new LinkedHashMap<String, Object>();
    values.put("rows", rows);
    values.put("reminders", reminders.all(today));
    values.put("positions", benchmarks.positions());
    values.put("today", today);
    return pages.page(request, "staff", "Staff", "staff/list.jte", values);
  }

  /// Where a person's own page is.
  @GetMapping("/staff/me")
  ResponseEntity<String> own(HttpServletRequest request) {
    var member = staff.ofUser(Acting.actor().name());
    return member.isPresent()
        ? to("/staff/" + member.get().publicId() + "/scorecard")
        : pages.page(request, "staff", "My work", "staff/nobody.jte", new LinkedHashMap<>());
  }

  @GetMapping("/staff/{id}")
  ResponseEntity<String> member(HttpServletRequest request, @PathVariable UUID id) {
    var member = staff.visible(id);
    var today = rules.today();
    var values = new LinkedHashMap<String, Object>();
    values.put("member", member);
    values.put("held", held(member, today));
    values.put("past", credentials.past(member));
    values.put("zone", ZoneId.of(organizations.current().timeZone()));
    values.put("letters", credentials.known());
    values.put("goals", targets.goals(member, YearMonth.from(today)));
    values.put("reminders", reminders.of(member, today));
    values.put("positions", benchmarks.positions());
    values.put("manager", managerName(member));
    values.put("colleagues", staff.all().stream().filter(m -> m.id() != member.id()).toList());
    values.put(
        "users",
        Acting.actor().may(Permission.MANAGE_USERS)
            ? users.all().stream().map(UserAccounts.UserAccount::userName).toList()
            : List.of());
    values.put("maySeePay", pays.maySee(member));
    values.put(
        "managesSomebody",
        member.isUser(Acting.actor().name())
            && staff.all().stream().anyMatch(m -> Long.valueOf(member.id()).equals(m.managerId())));
    return pages.page(request, "staff", member.name(), "staff/member.jte", values);
  }

  private String managerName(StaffMember member) {
    Long manager = member.managerId();
    return manager == null
        ? "nobody"
        : staff.all().stream()
            .filter(m -> m.id() == manager)
            .map(StaffMember::name)
            .findFirst()
            .orElse("nobody");
  }

  private List<HeldCredential> held(StaffMember member, LocalDate today) {
    return credentials.ofMember(member.id()).stream()
        .map(c -> new HeldCredential(c, c.state(today)))
        .toList();
  }

  @PostMapping("/staff")
  ResponseEntity<String> add(
      @RequestParam String name,
      @RequestParam String position,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "40") BigDecimal hours,
      @RequestParam LocalDate from) {
    var member = staff.add(new StaffEntry(name, position, blankToNull(state), hours, from, null));
    return to("/staff/" + member.publicId());
  }

  @PostMapping("/staff/{id}")
  ResponseEntity<String> change(
      @PathVariable UUID id,
      @RequestParam String name,
      @RequestParam String position,
      @RequestParam(defaultValue = "") String state,
      @RequestParam BigDecimal hours,
      @RequestParam LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate until) {
    staff.change(
        staff.visible(id), new StaffEntry(name, position, blankToNull(state), hours, from, until));
    return to("/staff/" + id);
  }

  @PostMapping("/staff/{id}/link")
  ResponseEntity<String> link(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String user,
      @RequestParam(required = false) @Nullable UUID manager) {
    staff.link(
        staff.visible(id),
        blankToNull(user),
        manager == null ? null : staff.find(manager).orElseThrow());
    return to("/staff/" + id);
  }

  @PostMapping("/staff/{id}/goals")
  ResponseEntity<String> goal(
      @PathVariable UUID id, @RequestParam WorkType type, @RequestParam int units) {
    targets.goal(staff.visible(id), type, units);
    return to("/staff/" + id);
  }

  static ResponseEntity<String> to(String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
  }

  static @Nullable String blankToNull(String text) {
    return text.isBlank() ? null : text.strip();
  }
}
