package org.cleanclaim.app.staff.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.staff.RemoteWorkSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Gives each session of a person the time after which it ends, and each page what the person's
/// settings ask for. Runs inside the security chain's work, so that the actor is known.
@Component
@Order
@ConditionalOnWebApplication
final class RemoteWorkFilter extends OncePerRequestFilter {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm z", Locale.US);

  private final RemoteWorkSettings settings;
  private final Organizations organizations;
  private final Clock clock;

  RemoteWorkFilter(RemoteWorkSettings settings, Organizations organizations, Clock clock) {
    this.settings = settings;
    this.organizations = organizations;
    this.clock = clock;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith("/assets/") || path.startsWith("/webjars/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var actor = Acting.current();
    if (actor.isPresent()) {
      var setting = settings.effective(actor.get().name());
      var session = request.getSession(false);
      if (session != null) {
        session.setMaxInactiveInterval(
            Math.toIntExact(Duration.ofMinutes(setting.lockMinutes()).toSeconds()));
      }
      request.setAttribute("lockMinutes", setting.lockMinutes());
      request.setAttribute("refusesLocalFiles", setting.refusesLocalFiles());
      if (setting.showsWatermark()) {
        var zone = ZoneId.of(organizations.current().timeZone());
        request.setAttribute(
            "watermark", actor.get().name() + " · " + TIME.format(clock.instant().atZone(zone)));
      }
    }
    chain.doFilter(request, response);
  }
}
