package org.cleanclaim.app.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongMapTest {
  @Test
  void itHoldsWhatAHashMapHolds() {
    var random = new Random(20261128);
    var map = new LongMap();
    var expected = new HashMap<Long, Integer>();
    for (int i = 0; i < 20_000; i++) {
      long key = random.nextInt(4) == 0 ? random.nextInt(100) : random.nextLong();
      assertThat(map.get(key)).isEqualTo(expected.getOrDefault(key, -1));
      map.put(key, i);
      expected.put(key, i);
    }
    expected.forEach((key, value) -> assertThat(map.get(key)).isEqualTo(value));
    assertThat(map.get(0L)).isEqualTo(expected.getOrDefault(0L, -1));
  }
}
