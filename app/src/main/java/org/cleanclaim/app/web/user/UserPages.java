package org.cleanclaim.app.web.user;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.encounter.VisitProviders;
import org.cleanclaim.app.user.PasswordRule;
import org.cleanclaim.app.user.PracticeUser;
import org.cleanclaim.app.user.UserEntry;
import org.cleanclaim.app.user.UserRefusal;
import org.cleanclaim.app.user.Users;
import org.cleanclaim.app.web.Pages;
import org.cleanclaim.kernel.identifier.Npi;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The users, and what their roles grant.
@Controller
class UserPages {
  private final Pages pages;
  private final Users users;
  private final VisitProviders providers;
  private final Organizations organizations;

  UserPages(Pages pages, Users users, VisitProviders providers, Organizations organizations) {
    this.pages = pages;
    this.users = users;
    this.providers = providers;
    this.organizations = organizations;
  }

  @GetMapping("/users")
  ResponseEntity<String> list(HttpServletRequest request) {
    AccessDeniedForActor.unless(Permission.MANAGE_USERS);
    return list(request, HttpStatus.OK, new LinkedHashMap<>());
  }

  private ResponseEntity<String> list(
      HttpServletRequest request, HttpStatus status, Map<String, Object> values) {
    values.putIfAbsent("problem", "");
    values.putIfAbsent("typedName", "");
    values.putIfAbsent("typedDisplayName", "");
    values.put(
        "users",
        users.all().stream()
            .sorted(
                Comparator.comparing((PracticeUser u) -> !u.isActive())
                    .thenComparing(PracticeUser::userName))
            .toList());
    values.put("roles", List.of(Role.values()));
    values.put("providers", providers.all());
    values.put("shortest", PasswordRule.SHORTEST);
    return pages.page(request, status, "staff", "Users", "user/list.jte", values);
  }

  @PostMapping("/users")
  ResponseEntity<String> add(
      HttpServletRequest request,
      @RequestParam String userName,
      @RequestParam String displayName,
      @RequestParam(required = false) @Nullable Set<Role> roles,
      @RequestParam(defaultValue = "") String npi,
      @RequestParam String password) {
    try {
      var user = users.add(userName, entry(displayName, roles, npi), password);
      return to("/users/" + user.userName());
    } catch (UserRefusal refusal) {
      var values = new LinkedHashMap<String, Object>();
      values.put("problem", String.valueOf(refusal.getMessage()));
      values.put("typedName", userName);
      values.put("typedDisplayName", displayName);
      return list(request, HttpStatus.CONFLICT, values);
    }
  }

  @GetMapping("/users/{userName}")
  ResponseEntity<String> user(HttpServletRequest request, @PathVariable String userName) {
    return user(request, HttpStatus.OK, userName, "");
  }

  private ResponseEntity<String> user(
      HttpServletRequest request, HttpStatus status, String userName, String problem) {
    var values = new LinkedHashMap<String, Object>();
    var user = users.find(userName).orElseThrow();
    values.put("user", user);
    values.put("problem", problem);
    values.put("changes", users.changes(user));
    values.put("zone", ZoneId.of(organizations.current().timeZone()));
    values.put("roles", List.of(Role.values()));
    values.put("providers", providers.all());
    values.put("shortest", PasswordRule.SHORTEST);
    return pages.page(request, status, "staff", user.displayName(), "user/user.jte", values);
  }

  @PostMapping("/users/{userName}")
  ResponseEntity<String> change(
      HttpServletRequest request,
      @PathVariable String userName,
      @RequestParam String displayName,
      @RequestParam(required = false) @Nullable Set<Role> roles,
      @RequestParam(defaultValue = "") String npi) {
    return done(request, userName, () -> users.change(userName, entry(displayName, roles, npi)));
  }

  @PostMapping("/users/{userName}/password")
  ResponseEntity<String> password(
      HttpServletRequest request, @PathVariable String userName, @RequestParam String password) {
    return done(request, userName, () -> users.setPassword(userName, password));
  }

  @PostMapping("/users/{userName}/deactivate")
  ResponseEntity<String> deactivate(
      HttpServletRequest request, @PathVariable String userName, @RequestParam String reason) {
    return done(request, userName, () -> users.deactivate(userName, reason));
  }

  @PostMapping("/users/{userName}/activate")
  ResponseEntity<String> activate(HttpServletRequest request, @PathVariable String userName) {
    return done(request, userName, () -> users.activate(userName));
  }

  private ResponseEntity<String> done(HttpServletRequest request, String userName, Runnable work) {
    try {
      work.run();
      return to("/users/" + userName);
    } catch (UserRefusal refusal) {
      return user(request, HttpStatus.CONFLICT, userName, String.valueOf(refusal.getMessage()));
    }
  }

  private static UserEntry entry(String displayName, @Nullable Set<Role> roles, String npi) {
    @Nullable Npi provider =
        npi.isBlank()
            ? null
            : Npi.parse(npi.strip())
                .orElseThrow(() ->
                    new UserRefusal("That is no NPI: ten digits whose last is a check digit."));
    return new UserEntry(displayName, roles == null ? EnumSet.noneOf(Role.class) : roles, provider);
  }

  static ResponseEntity<String> to(String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
  }
}
