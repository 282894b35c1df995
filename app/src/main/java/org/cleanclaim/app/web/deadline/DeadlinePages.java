package org.cleanclaim.app.web.deadline;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.deadline.Clock;
import org.cleanclaim.app.deadline.ClockKind;
import org.cleanclaim.app.deadline.ClocksByHand;
import org.cleanclaim.app.deadline.DeadlineFeeds;
import org.cleanclaim.app.deadline.DeadlineFilter;
import org.cleanclaim.app.deadline.DeadlineFilter.Order;
import org.cleanclaim.app.deadline.DeadlineFilter.Span;
import org.cleanclaim.app.deadline.DeadlineLists;
import org.cleanclaim.app.deadline.DeadlineRefusal;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.web.Csv;
import org.cleanclaim.app.web.CsvAnswer;
import org.cleanclaim.app.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The ledger of clocks and one clock.
@Controller
class DeadlinePages {
  private static final String SECTION = "deadlines";
  private static final List<String> HEADS =
      List.of(
          "kind",
          "what",
          "subject",
          "step",
          "payer",
          "rule",
          "source",
          "assumed",
          "starts_on",
          "due_on",
          "state",
          "left",
          "owner",
          "evidence");

  /// The filters as they stand in the address.
  record Asked(
      @Nullable String kind,
      @Nullable String span,
      @Nullable String owner,
      @Nullable String payer,
      @Nullable String q,
      @Nullable String order) {
    DeadlineFilter filter() {
      return new DeadlineFilter(
          one(ClockKind.values(), kind),
          span == null || span.isBlank() ? Span.OPEN : orElse(one(Span.values(), span), Span.OPEN),
          blankToNull(owner),
          blankToNull(payer),
          blankToNull(q),
          orElse(one(Order.values(), order), Order.DUE));
    }

    private static <E> E orElse(@Nullable E found, E other) {
      return found == null ? other : found;
    }
  }

  private final Pages pages;
  private final Deadlines deadlines;
  private final DeadlineLists lists;
  private final ClocksByHand byHand;
  private final DeadlineFeeds feeds;
  private final Payers payers;
  private final AuditTrail audit;

  DeadlinePages(
      Pages pages,
      Deadlines deadlines,
      DeadlineLists lists,
      ClocksByHand byHand,
      DeadlineFeeds feeds,
      Payers payers,
      AuditTrail audit) {
    this.pages = pages;
    this.deadlines = deadlines;
    this.lists = lists;
    this.byHand = byHand;
    this.feeds = feeds;
    this.payers = payers;
    this.audit = audit;
  }

  @GetMapping("/deadlines")
  ResponseEntity<String> list(
      HttpServletRequest request,
      @ModelAttribute Asked asked,
      @RequestParam(defaultValue = "1") int page) {
    return list(request, asked.filter(), page, "", "");
  }

  private ResponseEntity<String> list(
      HttpServletRequest request,
      DeadlineFilter filter,
      int number,
      String problem,
      String address) {
    var values = new LinkedHashMap<String, Object>();
    values.put("page", lists.page(filter, number));
    values.put("filter", filter);
    values.put("owners", lists.owners());
    values.put("payers", payers.all());
    values.put("today", deadlines.today());
    values.put("hasCalendar", feeds.isOpen());
    values.put("address", address);
    values.put("problem", problem);
    values.put("seesAll", Acting.actor().may(Permission.SEE_CLAIM));
    return pages.page(request, SECTION, "Deadlines", "deadline/list.jte", values);
  }

  @GetMapping(value = "/deadlines.csv", produces = "text/csv")
  void csv(HttpServletResponse response, @ModelAttribute Asked asked) {
    var today = deadlines.today();
    audit.record("exported deadlines", "deadline list", "csv", null, null);
    CsvAnswer.<Clock>write(
        response,
        "deadlines.csv",
        HEADS,
        to -> lists.each(asked.filter(), to),
        c ->
            Csv.line(
                c.kind(),
                c.title(),
                c.about(),
                c.step(),
                c.payer(),
                c.rule().inWords(),
                c.rule().source(),
                c.rule().isAssumed() ? "yes" : "no",
                c.startsOn(),
                c.dueOn(),
                c.state(),
                c.left(today),
                c.owner(),
                c.evidence()));
  }

  @PostMapping("/deadlines")
  ResponseEntity<String> start(
      HttpServletRequest request,
      @RequestParam ClockKind kind,
      @RequestParam String subject,
      @RequestParam String startsOn,
      @RequestParam(defaultValue = "") String serviceOn,
      @RequestParam(defaultValue = "") String owner) {
    try {
      var clock =
          byHand.start(
              kind, subject, day(startsOn), serviceOn.isBlank() ? null : day(serviceOn), owner);
      return to("/deadlines/" + clock.publicId());
    } catch (DeadlineRefusal refusal) {
      return list(request, DeadlineFilter.open(), 1, words(refusal), "");
    }
  }

  /// Gives the user a new calendar address; it is shown this once.
  @PostMapping("/deadlines/feed")
  ResponseEntity<String> feed(HttpServletRequest request) {
    String token = feeds.renew();
    String address =
        request.getRequestURL().toString().replaceFirst("/deadlines/feed$", "")
            + "/deadlines/feed/"
            + token
            + ".ics";
    return list(request, DeadlineFilter.open(), 1, "", address);
  }

  @PostMapping("/deadlines/feed/close")
  ResponseEntity<String> closeFeed() {
    feeds.close();
    return to("/deadlines");
  }

  @GetMapping("/deadlines/{id}")
  ResponseEntity<String> one(HttpServletRequest request, @PathVariable UUID id) {
    return one(request, id, "");
  }

  private ResponseEntity<String> one(HttpServletRequest request, UUID id, String problem) {
    var clock = deadlines.find(id).orElseThrow();
    AccessDeniedForActor.unlessOwner(clock.owner(), Permission.SEE_CLAIM);
    var values = new LinkedHashMap<String, Object>();
    values.put("clock", clock);
    values.put("history", deadlines.history(clock));
    values.put("today", deadlines.today());
    values.put("problem", problem);
    return pages.page(request, SECTION, clock.title(), "deadline/clock.jte", values);
  }

  /// What somebody does with a clock.
  enum Deed {
    MET,
    ENDED,
    SUSPEND,
    RESUME,
    ASSIGN
  }

  @PostMapping("/deadlines/{id}/deeds")
  ResponseEntity<String> deed(
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam Deed deed,
      @RequestParam(defaultValue = "") String on,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String owner) {
    AccessDeniedForActor.unlessOwner(
        deadlines.find(id).orElseThrow().owner(), Permission.WORK_DENIAL, Permission.WORK_CLAIM);
    try {
      switch (deed) {
        case MET -> deadlines.stopByHand(id, Clock.State.MET, day(on), reason);
        case ENDED -> deadlines.stopByHand(id, Clock.State.ENDED, day(on), reason);
        case SUSPEND -> deadlines.suspend(id, day(on), reason);
        case RESUME -> deadlines.resume(id, day(on), reason);
        case ASSIGN -> deadlines.assign(id, owner);
      }
      return to(deed == Deed.ASSIGN ? "/deadlines" : "/deadlines/" + id);
    } catch (DeadlineRefusal refusal) {
      return one(request, id, words(refusal));
    }
  }

  private static String words(DeadlineRefusal refusal) {
    return String.valueOf(refusal.getMessage());
  }

  private static ResponseEntity<String> to(String address) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(address)).build();
  }

  static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException _) {
      throw new DeadlineRefusal("A day is written like 2026-03-31.");
    }
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static <E extends Enum<E>> @Nullable E one(E[] values, @Nullable String text) {
    if (text == null) return null;
    String name = text.strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(values).filter(v -> v.name().equals(name)).findFirst().orElse(null);
  }
}
