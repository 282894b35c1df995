package org.cleanclaim.app.web.user;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import org.cleanclaim.app.user.PasswordRule;
import org.cleanclaim.app.user.UserRefusal;
import org.cleanclaim.app.user.Users;
import org.cleanclaim.app.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One's own password.
@Controller
class PasswordPages {
  private final Pages pages;
  private final Users users;

  PasswordPages(Pages pages, Users users) {
    this.pages = pages;
    this.users = users;
  }

  @GetMapping("/password")
  ResponseEntity<String> form(HttpServletRequest request) {
    return form(request, HttpStatus.OK, "", "");
  }

  @PostMapping("/password")
  ResponseEntity<String> change(
      HttpServletRequest request, @RequestParam String current, @RequestParam String password) {
    try {
      users.changeOwnPassword(current, password);
      return form(request, HttpStatus.OK, "", "The password is changed.");
    } catch (UserRefusal refusal) {
      return form(request, HttpStatus.CONFLICT, String.valueOf(refusal.getMessage()), "");
    }
  }

  private ResponseEntity<String> form(
      HttpServletRequest request, HttpStatus status, String problem, String done) {
    var values = new LinkedHashMap<String, Object>();
    values.put("problem", problem);
    values.put("done", done);
    values.put("shortest", PasswordRule.SHORTEST);
    return pages.page(request, status, "staff", "My password", "user/password.jte", values);
  }
}
