package org.cleanclaim.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.laboratory.CliaCertificates;
import org.cleanclaim.app.laboratory.TypedCertificate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// The certificates of the practice's laboratory, which its claims carry.
@Controller
@RequestMapping("/laboratory")
class LaboratoryPages {
  private final Pages pages;
  private final CliaCertificates certificates;

  LaboratoryPages(Pages pages, CliaCertificates certificates) {
    this.pages = pages;
    this.certificates = certificates;
  }

  @GetMapping
  ResponseEntity<String> list(HttpServletRequest request) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    return page(request, HttpStatus.OK, new TypedCertificate("", "", ""), "");
  }

  @PostMapping
  ResponseEntity<String> enter(HttpServletRequest request, @ModelAttribute TypedCertificate typed) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    try {
      certificates.enter(typed);
      return here();
    } catch (IllegalArgumentException unreadable) {
      return page(
          request,
          HttpStatus.UNPROCESSABLE_CONTENT,
          typed,
          String.valueOf(unreadable.getMessage()));
    }
  }

  /// @param from first day of the certificate
  @PostMapping("/{from}/withdraw")
  ResponseEntity<String> withdraw(@PathVariable LocalDate from) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    certificates.withdraw(from);
    return here();
  }

  private ResponseEntity<String> page(
      HttpServletRequest request, HttpStatus status, TypedCertificate typed, String refusal) {
    var values = new LinkedHashMap<String, Object>();
    values.put("certificates", certificates.all());
    values.put("typed", typed);
    values.put("refusal", refusal);
    return pages.page(
        request,
        status,
        "claims",
        "Laboratory certificates",
        "laboratory/certificates.jte",
        values);
  }

  private static ResponseEntity<String> here() {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/laboratory")).build();
  }
}
