package org.cleanclaim.app.rest;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.laboratory.CliaCertificates;
import org.cleanclaim.app.laboratory.TypedCertificate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The certificates of the practice's laboratory.
@RestController
@RequestMapping("/api/v1/laboratory/certificates")
class LaboratoryResources {

  /// @param lastDay its expiration; null where none was entered
  record CertificateResource(
      String number, LocalDate from, @Nullable LocalDate lastDay, String enteredBy) {}

  private final CliaCertificates certificates;

  LaboratoryResources(CliaCertificates certificates) {
    this.certificates = certificates;
  }

  @GetMapping
  List<CertificateResource> all() {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    return certificates.all().stream()
        .map(c ->
            new CertificateResource(
                c.number().value(), c.valid().from(), c.lastDay(), c.enteredBy()))
        .toList();
  }

  @PostMapping
  List<CertificateResource> enter(@RequestBody TypedCertificate body) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    try {
      certificates.enter(body);
    } catch (IllegalArgumentException unreadable) {
      throw new BadInput(String.valueOf(unreadable.getMessage()));
    }
    return all();
  }

  /// @param from first day of the certificate
  @DeleteMapping("/{from}")
  List<CertificateResource> withdraw(@PathVariable LocalDate from) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    certificates.withdraw(from);
    return all();
  }
}
