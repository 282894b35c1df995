package org.cleanclaim.app.rest;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.payerrule.TableReplay;
import org.cleanclaim.app.payerrule.TableReplays;
import org.cleanclaim.app.payerrule.TableVersion;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Versions of publishers' tables over past claims.
@RestController
@RequestMapping("/api/v1/table-versions")
class TableReplayResources {
  private final TableReplays replays;

  TableReplayResources(TableReplays replays) {
    this.replays = replays;
  }

  @GetMapping
  List<TableVersion> versions() {
    AccessDeniedForActor.unlessEither(Permission.SEE_CLAIM, Permission.WRITE_PAYER_RULE);
    return replays.versions();
  }

  @PostMapping("/{from}/replay")
  TableReplay replay(@PathVariable LocalDate from) {
    return replays.replay(from).orElseThrow();
  }
}
