package org.cleanclaim.app.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.exchange.ExchangedFile;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.app.staff.Credential;
import org.cleanclaim.app.staff.CredentialEntry;
import org.cleanclaim.app.staff.Credentials;
import org.cleanclaim.app.staff.Staff;
import org.cleanclaim.app.staff.StaffMember;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// What is done with a person's credentials and their proofs.
@Controller
@RequestMapping("/staff/{id}/credentials")
public class CredentialPages {
  private final Staff staff;
  private final Credentials credentials;
  private final FileExchange files;
  private final AuditTrail audit;

  CredentialPages(Staff staff, Credentials credentials, FileExchange files, AuditTrail audit) {
    this.staff = staff;
    this.credentials = credentials;
    this.files = files;
    this.audit = audit;
  }

  @PostMapping
  ResponseEntity<String> put(
      @PathVariable UUID id,
      @RequestParam String credential,
      @RequestParam(defaultValue = "") String number,
      @RequestParam LocalDate issued,
      @RequestParam(required = false) @Nullable LocalDate expires,
      @RequestParam(required = false) @Nullable LocalDate cycleFrom,
      @RequestParam(required = false) @Nullable LocalDate cycleUntil,
      @RequestParam(required = false) @Nullable BigDecimal needed,
      @RequestParam(required = false) @Nullable BigDecimal earned,
      @RequestParam(defaultValue = "") String proof,
      @RequestParam(required = false) @Nullable String unlisted) {
    var member = staff.visible(id);
    var entry =
        new CredentialEntry(
            credential.strip().toUpperCase(Locale.ROOT),
            StaffPages.blankToNull(number),
            issued,
            expires,
            cycleFrom,
            cycleUntil,
            needed,
            earned == null ? BigDecimal.ZERO : earned,
            StaffPages.blankToNull(proof));
    if (unlisted == null) {
      credentials.put(member, entry);
    } else {
      credentials.putUnlisted(member, entry);
    }
    return StaffPages.to("/staff/" + id);
  }

  @PostMapping("/{credential}/proof")
  ResponseEntity<String> prove(
      @PathVariable UUID id, @PathVariable UUID credential, @RequestParam MultipartFile file) {
    var member = staff.visible(id);
    String name = file.getOriginalFilename();
    try {
      credentials.prove(
          member,
          of(member, credential),
          name == null || name.isBlank() ? "proof" : name,
          file.getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("The proof could not be read from the request.", e);
    }
    return StaffPages.to("/staff/" + id);
  }

  @GetMapping("/{credential}/proof")
  ResponseEntity<byte[]> proof(@PathVariable UUID id, @PathVariable UUID credential) {
    var member = staff.visible(id);
    return download(credentials.proof(member, of(member, credential)).orElseThrow());
  }

  /// The proof of a credential as it was before.
  @GetMapping("/past/{past}/proof")
  ResponseEntity<byte[]> pastProof(@PathVariable UUID id, @PathVariable UUID past) {
    return download(credentials.pastProof(staff.visible(id), past).orElseThrow());
  }

  private ResponseEntity<byte[]> download(ExchangedFile file) {
    audit.record("downloaded", "file", file.name(), null, null);
    return ResponseEntity.ok()
        .header(
            "Content-Disposition",
            "attachment; filename=\"" + file.name().replaceAll("[^\\w.-]", "_") + "\"")
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .body(files.content(file));
  }

  @PostMapping("/{credential}/remove")
  ResponseEntity<String> remove(
      @PathVariable UUID id, @PathVariable UUID credential, @RequestParam String reason) {
    var member = staff.visible(id);
    credentials.remove(member, of(member, credential), reason);
    return StaffPages.to("/staff/" + id);
  }

  private Credential of(StaffMember member, UUID credential) {
    return credentials.find(credential).filter(c -> c.staffMemberId() == member.id()).orElseThrow();
  }
}
