package org.cleanclaim.app.web.payerrule;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.payerrule.TableReplay;
import org.cleanclaim.app.payerrule.TableReplays;
import org.cleanclaim.app.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Versions of publishers' tables, and what each would have said of past claims.
@Controller
class TableReplayPages {
  private final Pages pages;
  private final TableReplays replays;

  TableReplayPages(Pages pages, TableReplays replays) {
    this.pages = pages;
    this.replays = replays;
  }

  @GetMapping("/rules/tables")
  ResponseEntity<String> list(HttpServletRequest request) {
    AccessDeniedForActor.unlessEither(Permission.SEE_CLAIM, Permission.WRITE_PAYER_RULE);
    return page(request, null);
  }

  @PostMapping("/rules/tables")
  ResponseEntity<String> replay(
      HttpServletRequest request,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from) {
    AccessDeniedForActor.unless(Permission.WRITE_PAYER_RULE);
    return page(request, replays.replay(from).orElseThrow());
  }

  private ResponseEntity<String> page(HttpServletRequest request, @Nullable TableReplay replay) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("versions", replays.versions());
    values.put("replay", replay);
    values.put("added", replay == null ? List.of() : ReplayBar.of(replay.added()));
    values.put("dropped", replay == null ? List.of() : ReplayBar.of(replay.dropped()));
    return pages.page(request, "rules", "Table versions", "payerrule/tables.jte", values);
  }
}
