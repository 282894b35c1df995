package org.cleanclaim.app.rest;

import java.util.List;
import java.util.Set;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.user.PracticeUser;
import org.cleanclaim.app.user.UserEntry;
import org.cleanclaim.app.user.Users;
import org.cleanclaim.kernel.identifier.Npi;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Users with their roles, for administrators, and one's own password.
@RestController
@RequestMapping("/api/v1/users")
class UserResources {
  record NewUser(
      @Nullable String userName,
      @Nullable String displayName,
      @Nullable Set<Role> roles,
      @Nullable String npi,
      @Nullable String password) {
    @Override
    public String toString() {
      return "NewUser[" + userName + "]";
    }
  }

  record ChangedUser(
      @Nullable String displayName, @Nullable Set<Role> roles, @Nullable String npi) {}

  /// @param current needed for one's own
  record Password(@Nullable String current, @Nullable String password) {
    @Override
    public String toString() {
      return "Password";
    }
  }

  record Reason(@Nullable String reason) {}

  private final Users users;

  UserResources(Users users) {
    this.users = users;
  }

  @GetMapping
  List<PracticeUser> all() {
    return users.all();
  }

  @GetMapping("/{userName}")
  PracticeUser one(@PathVariable String userName) {
    return users.find(userName).orElseThrow();
  }

  @PostMapping
  ResponseEntity<PracticeUser> add(@RequestBody NewUser body) {
    var user =
        users.add(
            BodyFields.required("userName", body.userName()),
            entry(body.displayName(), body.roles(), body.npi()),
            BodyFields.required("password", body.password()));
    return ResponseEntity.status(HttpStatus.CREATED).body(user);
  }

  @PutMapping("/{userName}")
  PracticeUser change(@PathVariable String userName, @RequestBody ChangedUser body) {
    return users.change(userName, entry(body.displayName(), body.roles(), body.npi()));
  }

  @PutMapping("/{userName}/password")
  ResponseEntity<Void> password(@PathVariable String userName, @RequestBody Password body) {
    users.setPassword(userName, BodyFields.required("password", body.password()));
    return ResponseEntity.noContent().build();
  }

  @PutMapping("/me/password")
  ResponseEntity<Void> ownPassword(@RequestBody Password body) {
    users.changeOwnPassword(
        BodyFields.required("current", body.current()),
        BodyFields.required("password", body.password()));
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/{userName}/deactivate")
  PracticeUser deactivate(@PathVariable String userName, @RequestBody Reason body) {
    return users.deactivate(userName, BodyFields.required("reason", body.reason()));
  }

  @PostMapping("/{userName}/activate")
  PracticeUser activate(@PathVariable String userName) {
    return users.activate(userName);
  }

  private static UserEntry entry(
      @Nullable String displayName, @Nullable Set<Role> roles, @Nullable String npi) {
    return new UserEntry(
        BodyFields.required("displayName", displayName),
        roles == null ? Set.of() : roles,
        npi == null || npi.isBlank() ? null : npi(npi));
  }

  private static Npi npi(String typed) {
    return Npi.parse(typed.strip())
        .orElseThrow(() -> new BadInput("That is no NPI: ten digits whose last is a check digit."));
  }
}
