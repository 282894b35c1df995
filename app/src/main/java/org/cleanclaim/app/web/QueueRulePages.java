package org.cleanclaim.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.staff.QueueRules;
import org.cleanclaim.app.staff.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Which queues take which credentials, and who may work a chart in spite of it.
@Controller
public class QueueRulePages {
  private final Pages pages;
  private final QueueRules rules;
  private final Staff staff;
  private final Organizations organizations;

  QueueRulePages(Pages pages, QueueRules rules, Staff staff, Organizations organizations) {
    this.pages = pages;
    this.rules = rules;
    this.staff = staff;
    this.organizations = organizations;
  }

  @GetMapping("/staff/queues")
  ResponseEntity<String> queues(
      HttpServletRequest request, @RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.MANAGE_STAFF);
    var values = new LinkedHashMap<String, Object>();
    values.put("rules", rules.all());
    values.put("allowances", rules.allowances(page));
    values.put(
        "people",
        staff.all().stream()
            .filter(m -> m.userName() != null && m.isEmployedOn(rules.today()))
            .toList());
    values.put("zone", ZoneId.of(organizations.current().timeZone()));
    return pages.page(request, "staff", "Queue rules", "staff/queues.jte", values);
  }

  @PostMapping("/staff/queues")
  ResponseEntity<String> put(
      @RequestParam String setting,
      @RequestParam(defaultValue = "") String specialty,
      @RequestParam String credentials,
      @RequestParam(required = false) @Nullable String unlisted) {
    var letters =
        Arrays.stream(credentials.toUpperCase(Locale.ROOT).split("[\\s,;]+", -1))
            .filter(c -> !c.isEmpty())
            .distinct()
            .toList();
    if (unlisted == null) {
      rules.put(setting, StaffPages.blankToNull(specialty), letters);
    } else {
      rules.putUnlisted(setting, StaffPages.blankToNull(specialty), letters);
    }
    return StaffPages.to("/staff/queues");
  }

  @PostMapping("/staff/queues/{id}/remove")
  ResponseEntity<String> remove(@PathVariable UUID id, @RequestParam String reason) {
    rules.remove(id, reason);
    return StaffPages.to("/staff/queues");
  }

  @PostMapping("/staff/queues/exceptions")
  ResponseEntity<String> allow(
      @RequestParam String visit, @RequestParam String user, @RequestParam String reason) {
    rules.allow(visit, user, reason);
    return StaffPages.to("/staff/queues");
  }
}
