package org.cleanclaim.app.web.encoder;

import java.util.List;
import org.cleanclaim.app.encoder.CodeStanding;
import org.cleanclaim.app.encoder.CodeStandings;
import org.cleanclaim.app.encoder.Favorites;
import org.cleanclaim.app.encoder.SavedCode;
import org.cleanclaim.app.encoder.SharedSets;
import org.springframework.stereotype.Component;

/// The user's favorites, the shared sets and the recent codes, each as it stands on the date of
/// service.
@Component
final class EncoderShelf {
  private static final int RECENT = 15;

  private final Favorites favorites;
  private final SharedSets sets;
  private final CodeStandings standings;

  EncoderShelf(Favorites favorites, SharedSets sets, CodeStandings standings) {
    this.favorites = favorites;
    this.sets = sets;
    this.standings = standings;
  }

  Found.Shelf draw(Look look) {
    return new Found.Shelf(
        kept(favorites.list(), look),
        sets.list().stream()
            .map(set ->
                new Found.KeptSet(
                    set.id().toString(), set.name(), set.createdBy(), kept(set.codes(), look)))
            .toList(),
        kept(favorites.recent(RECENT), look));
  }

  private List<Found.Kept> kept(List<SavedCode> codes, Look look) {
    return codes.stream().map(code -> kept(code, look)).toList();
  }

  private Found.Kept kept(SavedCode saved, Look look) {
    var name = new CodeName(saved.system(), saved.code());
    CodeStanding standing = standings.of(saved.system(), saved.code(), look.on());
    return switch (standing) {
      case CodeStanding.Valid valid -> fine(name, valid.entry().title(), "");
      case CodeStanding.Incomplete incomplete ->
          fine(name, incomplete.entry().title(), "needs more characters");
      case CodeStanding.NotYet notYet -> fine(name, notYet.title(), "valid from " + notYet.from());
      case CodeStanding.Retired retired ->
          new Found.Kept(
              name,
              retired.title(),
              "retired " + retired.since(),
              retired.replacements().stream()
                  .map(r -> new CodeName(saved.system(), r.code()))
                  .toList());
      case CodeStanding.Unknown _ -> fine(name, saved.title(), "not in the installed code sets");
    };
  }

  private static Found.Kept fine(CodeName name, String title, String trouble) {
    return new Found.Kept(name, title, trouble, List.of());
  }
}
