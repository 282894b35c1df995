package org.cleanclaim.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.insight.MonthStory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// What all records come to until today, each figure beside the list that it counts.
@Controller
class StoryPages {
  private final Pages pages;
  private final MonthStory story;
  private final Deadlines deadlines;

  StoryPages(Pages pages, MonthStory story, Deadlines deadlines) {
    this.pages = pages;
    this.story = story;
    this.deadlines = deadlines;
  }

  @GetMapping("/story")
  ResponseEntity<String> story(HttpServletRequest request) {
    AccessDeniedForActor.unless(Permission.SEE_FIGURES);
    return pages.page(
        request,
        "today",
        "What the records come to",
        "story.jte",
        Map.of("story", story.tell(deadlines.today())));
  }
}
