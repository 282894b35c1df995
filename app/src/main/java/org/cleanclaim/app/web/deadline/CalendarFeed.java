package org.cleanclaim.app.web.deadline;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.access.UserAccounts;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.deadline.DeadlineCalendar;
import org.cleanclaim.app.deadline.DeadlineFeeds;
import org.cleanclaim.app.deadline.DeadlineFilter;
import org.cleanclaim.app.deadline.DeadlineLists;
import org.cleanclaim.app.staff.RemoteWorkSettings;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The calendar behind a secret address: read only, with the rights of the user whose address it is
/// at the moment.
@Controller
class CalendarFeed {
  private static final int MOST_CLOCKS = 2_000;
  private static final MediaType CALENDAR =
      new MediaType("text", "calendar", StandardCharsets.UTF_8);

  private final DeadlineFeeds feeds;
  private final DeadlineLists lists;
  private final UserAccounts users;
  private final RemoteWorkSettings remoteWork;
  private final AuditTrail audit;
  private final Clock clock;

  CalendarFeed(
      DeadlineFeeds feeds,
      DeadlineLists lists,
      UserAccounts users,
      RemoteWorkSettings remoteWork,
      AuditTrail audit,
      Clock clock) {
    this.feeds = feeds;
    this.lists = lists;
    this.users = users;
    this.remoteWork = remoteWork;
    this.audit = audit;
    this.clock = clock;
  }

  @GetMapping(value = "/deadlines/feed/{token}.ics", produces = "text/calendar")
  ResponseEntity<String> calendar(@PathVariable String token) {
    var user =
        feeds
            .userOf(token)
            .flatMap(users::find)
            .filter(u -> u.isEnabled() && !u.isLocked())
            .orElseThrow();
    var actor = new Actor(user.organizationId(), user.userName(), user.roles(), false);
    return Acting.as(actor, () -> answer(actor));
  }

  private ResponseEntity<String> answer(Actor actor) {
    boolean isGiven =
        actor.may(Permission.SEE_CLAIM) && !remoteWork.effective(actor.name()).refusesLocalFiles();
    if (!isGiven) return ResponseEntity.notFound().build();
    audit.record("read", "deadline calendar", actor.name(), null, null);
    var open = lists.list(DeadlineFilter.open(), MOST_CLOCKS);
    return ResponseEntity.ok()
        .contentType(CALENDAR)
        .body(DeadlineCalendar.of(open, clock.instant()));
  }
}
