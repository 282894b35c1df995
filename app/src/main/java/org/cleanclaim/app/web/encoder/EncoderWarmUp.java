package org.cleanclaim.app.web.encoder;

import java.time.LocalDate;
import java.util.Set;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.codesets.CodeQuery;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.search.SearchFilter;
import org.cleanclaim.kernel.code.CodeSystem;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Opens the search indexes of today once the server is up, so that nobody's first keystroke waits
/// for it.
@Component
@ConditionalOnWebApplication
final class EncoderWarmUp {
  private final CodeSets codeSets;

  EncoderWarmUp(CodeSets codeSets) {
    this.codeSets = codeSets;
  }

  @EventListener(ApplicationReadyEvent.class)
  void open() {
    LocalDate today = LocalDate.now(Acting.clock());
    Thread.ofVirtual()
        .name("encoder-warm-up")
        .start(() -> {
          for (CodeSystem system : EncoderSearch.ALL) {
            codeSets.search(
                new CodeQuery("pain", Set.of(system), today, 1, SearchFilter.NONE, null, null));
          }
        });
  }
}
