package org.cleanclaim.app.web.codingquery;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.access.UserAccounts;
import org.cleanclaim.app.codingquery.QueryDeadline;
import org.cleanclaim.app.codingquery.QueryRefusal;
import org.cleanclaim.app.codingquery.QuerySettings;
import org.cleanclaim.app.codingquery.QuerySettings.SignatureRule;
import org.cleanclaim.app.web.Pages;
import org.cleanclaim.kernel.identifier.Npi;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// How long providers have, and who answers for whom.
@Controller
public class QuerySettingPages {
  private final Pages pages;
  private final QuerySettings settings;
  private final UserAccounts users;

  QuerySettingPages(Pages pages, QuerySettings settings, UserAccounts users) {
    this.pages = pages;
    this.settings = settings;
    this.users = users;
  }

  @GetMapping("/queries/settings")
  ResponseEntity<String> settings(HttpServletRequest request) {
    AccessDeniedForActor.unless(Permission.MANAGE_STAFF);
    var values = new LinkedHashMap<String, Object>();
    values.put("deadlines", settings.deadlines());
    values.put("answering", settings.answering());
    values.put("isSignatureRequired", settings.needsSignature());
    values.put(
        "providers",
        users.all().stream()
            .filter(u -> u.roles().contains(Role.PROVIDER))
            .map(u -> u.userName())
            .toList());
    return pages.page(request, "queries", "Rules for queries", "codingquery/settings.jte", values);
  }

  @PostMapping("/queries/settings/deadline")
  ResponseEntity<String> deadline(
      @RequestParam String setting,
      @RequestParam int answerDays,
      @RequestParam int escalateDays,
      @RequestParam String escalateTo) {
    settings.set(new QueryDeadline(setting, answerDays, escalateDays, escalateTo));
    return QueryPages.to("/queries/settings");
  }

  @PostMapping("/queries/settings/signature")
  ResponseEntity<String> signature(@RequestParam SignatureRule rule) {
    settings.requireSignature(rule);
    return QueryPages.to("/queries/settings");
  }

  @PostMapping("/queries/settings/provider")
  ResponseEntity<String> provider(@RequestParam String userName, @RequestParam String npi) {
    settings.link(
        userName,
        Npi.parse(npi)
            .orElseThrow(
                () -> new QueryRefusal("That is no NPI: ten digits whose last is a check digit.")));
    return QueryPages.to("/queries/settings");
  }
}
