package org.cleanclaim.app.web.encoder;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.encoder.Favorites;
import org.cleanclaim.app.encoder.SharedSets;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.web.Pages;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The encoder: codes by words, by the books, by the tables; the card of a code; codes picked for a
/// chart. Its whole state is its address; with script, requests bring only the part that changes.
@Controller
public class EncoderPages {
  /// What sends a request as one types.
  private static final Set<String> TYPED_INTO = Set.of("look", "pcs", "within");

  private final Pages pages;
  private final Encoder encoder;
  private final Favorites favorites;
  private final SharedSets sets;
  private final Encounters encounters;
  private final Patients patients;
  private final AuditTrail audit;
  private final Organizations organizations;

  EncoderPages(
      Pages pages,
      Encoder encoder,
      Favorites favorites,
      SharedSets sets,
      Encounters encounters,
      Patients patients,
      AuditTrail audit,
      Organizations organizations) {
    this.pages = pages;
    this.encoder = encoder;
    this.favorites = favorites;
    this.sets = sets;
    this.encounters = encounters;
    this.patients = patients;
    this.audit = audit;
    this.organizations = organizations;
  }

  /// The chart that codes are looked up for.
  public record ForChart(String visitNumber, LocalDate servedOn, String setting, String href) {

    /// Whether codes of a system go on the chart: diagnoses, and procedures of a stay.
    public boolean takes(CodeSystem system) {
      return system == CodeSystem.ICD10CM
          || (system == CodeSystem.ICD10PCS && setting.equals("INPATIENT"));
    }
  }

  static void check() {
    AccessDeniedForActor.unlessEither(Permission.SEE_CHART, Permission.SEE_CLAIM);
  }

  @GetMapping("/encoder")
  ResponseEntity<String> encoder(HttpServletRequest request) {
    check();
    Look look = Look.of(request::getParameter, organizations.today());
    boolean isPart =
        request.getHeader("HX-Request") != null
            && request.getHeader("HX-History-Restore-Request") == null;
    String target = isPart ? String.valueOf(request.getHeader("HX-Target")) : "page";
    return switch (target) {
      case "found", "lines" -> found(request, look);
      case "card" -> card(request, look);
      case "panes", "columns" -> panes(request, look);
      default -> page(request, look);
    };
  }

  private ResponseEntity<String> found(HttpServletRequest request, Look look) {
    var values = new HashMap<String, Object>();
    values.put("look", look);
    values.put("found", encoder.found(look));
    return part(request, look, "encoder/found.jte", values);
  }

  private ResponseEntity<String> card(HttpServletRequest request, Look look) {
    var values = new HashMap<String, Object>();
    values.put("look", look);
    values.put("card", encoder.card(look));
    values.put("sets", sets.list());
    return part(request, look, "encoder/card.jte", values);
  }

  private ResponseEntity<String> panes(HttpServletRequest request, Look asked) {
    Found found = encoder.found(asked);
    Look look = encoder.completed(asked, found);
    return part(request, look, "encoder/panes.jte", values(look, found));
  }

  private Map<String, Object> values(Look look, Found found) {
    var values = new HashMap<String, Object>();
    values.put("look", look);
    values.put("found", found);
    values.put("card", encoder.card(look));
    values.put("sets", sets.list());
    values.put("warnings", encoder.warnings(look));
    return values;
  }

  /// The browser's address follows: what is typed replaces it, what is opened adds to its history.
  private ResponseEntity<String> part(
      HttpServletRequest request, Look look, String template, Map<String, Object> values) {
    boolean isTyped = request.getHeader("X-Moving") != null || isFromForm(request);
    return ResponseEntity.ok()
        .contentType(Pages.HTML)
        .header(isTyped ? "HX-Replace-Url" : "HX-Push-Url", look.href())
        .header("Vary", "HX-Request, HX-Target")
        .body(pages.part(request, template, values));
  }

  private static boolean isFromForm(HttpServletRequest request) {
    return TYPED_INTO.contains(String.valueOf(request.getHeader("HX-Trigger")));
  }

  private ResponseEntity<String> page(HttpServletRequest request, Look asked) {
    Optional<ForChart> chart = forChart(asked);
    Look opened = chart.isPresent() ? withPatient(asked) : asked;
    Found found = encoder.found(opened);
    Look look = encoder.completed(opened, found);
    var values = values(look, found);
    values.put("chart", chart.orElse(null));
    values.put("picked", encoder.picked(look));
    return pages.page(request, "encoder", "Encoder", "encoder/encoder.jte", values);
  }

  private Optional<ForChart> forChart(Look look) {
    if (!Acting.actor().may(Permission.SEE_CHART)) return Optional.empty();
    return look.chart()
        .flatMap(encounters::find)
        .map(e ->
            new ForChart(e.visitNumber(), e.servedOn(), e.setting(), "/charts/" + e.publicId()));
  }

  /// Opened from a chart, the visit's date and the patient's sex and age are filled in; what the
  /// coder changes stays as it is.
  private Look withPatient(Look look) {
    var encounter = look.chart().flatMap(encounters::find).orElseThrow();
    var patient = patients.get(encounter.patientId());
    audit.read("encounter", encounter.id(), patient.id().value());
    var changes = new ArrayList<String>();
    if (!look.isGiven("on")) changes.addAll(List.of("on", encounter.servedOn().toString()));
    if (!look.isGiven("system")) changes.addAll(List.of("system", CodeSystem.ICD10CM.name()));
    if (!look.isGiven("sex") && patient.sex() != Sex.UNKNOWN) {
      changes.addAll(List.of("sex", patient.sex().code()));
    }
    if (!look.isGiven("age")) {
      int years = Period.between(patient.bornOn(), encounter.servedOn()).getYears();
      changes.addAll(List.of("age", Integer.toString(Math.max(0, years))));
    }
    return look.with(changes.toArray(String[]::new));
  }

  /// The more exact codes below one, opened within the list.
  @GetMapping("/encoder/below")
  ResponseEntity<String> below(HttpServletRequest request) {
    check();
    Look look = Look.of(request::getParameter, organizations.today());
    List<Found.Hit> hits =
        encoder.selected(look).map(name -> encoder.below(name, look)).orElse(List.of());
    return ResponseEntity.ok()
        .contentType(Pages.HTML)
        .body(pages.part(request, "encoder/below.jte", Map.of("look", look, "hits", hits)));
  }

  /// Picks a code: it is noted as used and goes to the picked ones.
  @PostMapping("/encoder/picks")
  ResponseEntity<String> pick(
      HttpServletRequest request,
      @RequestParam String pick,
      @RequestParam(defaultValue = "add") String action,
      @RequestParam(defaultValue = "") String state) {
    check();
    boolean isPart = request.getHeader("HX-Request") != null;
    Look look =
        isPart
            ? Look.of(request::getParameter, organizations.today())
            : Look.ofQuery(state, organizations.today());
    var picked = new ArrayList<>(look.picked());
    picked.remove(pick);
    if (action.equals("add")) {
      picked.add(pick);
      @Nullable Card card = encoder.card(look.with("code", pick));
      if (card != null && !card.isBillable()) {
        throw new IllegalStateException(
            card.name().written()
                + " may not be submitted for "
                + look.on()
                + ". Choose a code that may.");
      }
      if (card != null) favorites.used(card.name().system(), card.name().code(), card.title());
    }
    Look after = look.with("picked", String.join(",", picked));
    if (!isPart) {
      return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(after.href())).build();
    }
    var values = new HashMap<String, Object>();
    values.put("look", after);
    values.put("picked", encoder.picked(after));
    values.put("chart", forChart(after).orElse(null));
    return ResponseEntity.ok()
        .contentType(Pages.HTML)
        .header("HX-Replace-Url", after.href())
        .body(pages.part(request, "encoder/picked.jte", values));
  }
}
