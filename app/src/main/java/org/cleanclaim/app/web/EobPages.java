package org.cleanclaim.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.app.remittance.EobEntry;
import org.cleanclaim.app.remittance.EobPaper;
import org.cleanclaim.app.remittance.PostResult;
import org.cleanclaim.app.remittance.RemittanceRefusal;
import org.cleanclaim.app.remittance.TypedEob;
import org.cleanclaim.app.storage.OutwardJson;
import org.cleanclaim.kernel.remittance.BalanceProof.Equation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// An explanation of benefits typed from paper, claim by claim and line by line, with its proof
/// shown while it is typed; it is posted when it adds up.
@Controller
class EobPages {
  private static final JsonMapper MAPPER = OutwardJson.mapper();
  private static final MediaType SENTENCE =
      new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

  private final Pages pages;
  private final EobEntry entry;
  private final EobPaper papers;
  private final Payers payers;
  private final Claims claims;
  private final FileExchange files;
  private final AuditTrail audit;

  EobPages(
      Pages pages,
      EobEntry entry,
      EobPaper papers,
      Payers payers,
      Claims claims,
      FileExchange files,
      AuditTrail audit) {
    this.pages = pages;
    this.entry = entry;
    this.papers = papers;
    this.payers = payers;
    this.claims = claims;
    this.files = files;
    this.audit = audit;
  }

  @GetMapping("/remittances/eob")
  ResponseEntity<String> form(HttpServletRequest request) {
    AccessDeniedForActor.unless(Permission.POST_REMITTANCE);
    return pages.page(
        request,
        "remittances",
        "Type an EOB",
        "remittance/eob.jte",
        Map.of("payers", payers.all()));
  }

  /// The lines of a claim, to be filled in; asked for when its number is entered.
  @GetMapping("/remittances/eob/claim")
  ResponseEntity<String> claim(HttpServletRequest request, @RequestParam String number) {
    AccessDeniedForActor.unless(Permission.POST_REMITTANCE);
    var claim = claims.findByControlNumber(number);
    if (claim.isEmpty()) {
      return sentence(
          HttpStatus.NOT_FOUND,
          "There is no claim %s. Look the number up under Claims.".formatted(number.strip()));
    }
    audit.read("claim", claim.get().id(), claim.get().patientId().value());
    return ResponseEntity.ok()
        .contentType(Pages.HTML)
        .body(pages.part(request, "remittance/eob-claim.jte", Map.of("claim", claim.get())));
  }

  /// Answers with the address of the remittance, or with a sentence that says why there is none.
  @PostMapping("/remittances/eob")
  ResponseEntity<String> post(
      @RequestParam String eob, @RequestParam(required = false) @Nullable MultipartFile paper) {
    AccessDeniedForActor.unless(Permission.POST_REMITTANCE);
    var scan = paper == null || paper.isEmpty() ? null : paper;
    try {
      if (scan != null) EobPaper.require(bytes(scan));
      return switch (entry.post(MAPPER.readValue(eob, TypedEob.class))) {
        case EobEntry.Result.DoesNotAddUp off ->
            sentence(
                HttpStatus.BAD_REQUEST,
                "It does not add up, and nothing was kept: "
                    + off.failures().stream()
                        .map(Equation::inWords)
                        .collect(Collectors.joining("; ")));
        case EobEntry.Result.Taken(PostResult.AlreadyPosted already) ->
            sentence(
                HttpStatus.CONFLICT,
                "This payment is posted already, as %s; nothing was changed."
                    .formatted(already.trace()));
        case EobEntry.Result.Taken(PostResult result) -> {
          if (scan != null) papers.attach(result.publicId(), name(scan), bytes(scan));
          yield sentence(HttpStatus.OK, "/remittances/" + result.publicId());
        }
      };
    } catch (RemittanceRefusal refusal) {
      return sentence(HttpStatus.BAD_REQUEST, refusal.sentence());
    } catch (JacksonException unreadable) {
      return sentence(
          HttpStatus.BAD_REQUEST, "The entry cannot be read: " + unreadable.getOriginalMessage());
    }
  }

  @PostMapping("/remittances/{id}/paper")
  ResponseEntity<String> attach(@PathVariable UUID id, @RequestParam MultipartFile paper) {
    AccessDeniedForActor.unless(Permission.POST_REMITTANCE);
    papers.attach(id, name(paper), bytes(paper));
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/remittances/" + id))
        .build();
  }

  @GetMapping("/remittances/{id}/paper")
  ResponseEntity<byte[]> paper(@PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.SEE_REMITTANCE);
    var file = papers.of(id).orElseThrow();
    byte[] content = files.content(file);
    audit.record("downloaded", "file", file.name(), null, null);
    return ResponseEntity.ok()
        .header(
            "Content-Disposition",
            "attachment; filename=\"" + file.name().replaceAll("[^\\w.-]", "_") + "\"")
        .contentType(MediaType.parseMediaType(EobPaper.Form.of(content).mediaType()))
        .body(content);
  }

  private static ResponseEntity<String> sentence(HttpStatus status, String text) {
    return ResponseEntity.status(status).contentType(SENTENCE).body(text);
  }

  private static String name(MultipartFile paper) {
    String name = paper.getOriginalFilename();
    return name == null || name.isBlank() ? "paper" : name;
  }

  private static byte[] bytes(MultipartFile paper) {
    try {
      return paper.getBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("The paper could not be read from the request.", e);
    }
  }
}
