package org.cleanclaim.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.access.UserAccounts;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.staff.RemoteWork;
import org.cleanclaim.app.staff.RemoteWorkSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// How people may work away from the office.
@Controller
public class RemoteWorkPages {
  /// What of the trail the page shows.
  public static final int TRAIL_ROWS = 30;

  private final Pages pages;
  private final RemoteWorkSettings settings;
  private final UserAccounts users;
  private final Organizations organizations;
  private final AuditTrail audit;

  RemoteWorkPages(
      Pages pages,
      RemoteWorkSettings settings,
      UserAccounts users,
      Organizations organizations,
      AuditTrail audit) {
    this.pages = pages;
    this.settings = settings;
    this.users = users;
    this.organizations = organizations;
    this.audit = audit;
  }

  @GetMapping("/staff/remote-work")
  ResponseEntity<String> remoteWork(HttpServletRequest request) {
    AccessDeniedForActor.unless(Permission.MANAGE_USERS);
    var values = new LinkedHashMap<String, Object>();
    values.put("forAll", settings.forAll());
    values.put("ofUsers", settings.ofUsers());
    values.put("users", users.all().stream().map(UserAccounts.UserAccount::userName).toList());
    values.put("changes", audit.about("remote work", TRAIL_ROWS));
    values.put("refused", audit.about("file", "was refused a file", TRAIL_ROWS));
    values.put("zone", ZoneId.of(organizations.current().timeZone()));
    return pages.page(request, "staff", "Remote work", "staff/remote-work.jte", values);
  }

  @PostMapping("/staff/remote-work")
  ResponseEntity<String> set(
      @RequestParam(defaultValue = "") String user,
      @RequestParam(required = false) @Nullable Integer minutes,
      @RequestParam(required = false) RemoteWork.@Nullable LocalFiles files,
      @RequestParam(required = false) RemoteWork.@Nullable Watermark watermark) {
    var setting = new RemoteWork(minutes, files, watermark);
    String name = StaffPages.blankToNull(user);
    if (name == null) {
      settings.setForAll(setting);
    } else {
      settings.set(name, setting);
    }
    return StaffPages.to("/staff/remote-work");
  }
}
