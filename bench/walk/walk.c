/*
 * The same walk in C, with the same tables and the same random numbers: its checksum must equal ours.
 * Usage: walk TABLES WALKS. TABLES holds 32-bit words: topics, points, key[4], order key[4], then for the topic-topic,
 * topic-point and point-point sub-graph: number of rows + 1, offsets, number of entry words, entry words.
 * Prints one JSON line: walks, seconds (CPU), checksum.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define NONE 0xffffffffu
#define MASK 0xfffffu

typedef struct {
  uint32_t *offsets, *entries;
} part;

static uint32_t s[4];

static inline uint32_t scramble(uint32_t x) {
  x = (x ^ (x >> 16)) * 0x21f0aaadu;
  x = (x ^ (x >> 15)) * 0x735a2d97u;
  return x ^ (x >> 15);
}

static inline uint32_t next(void) {
  uint32_t a = s[0], b = s[1], c = s[2], counter = s[3], result = a + b + counter;
  s[3] = counter + 1;
  s[0] = b ^ (b >> 9);
  s[1] = c + (c << 3);
  s[2] = ((c << 21) | (c >> 11)) + result;
  return result;
}

static inline void state_at(const uint32_t *key, uint32_t low) {
  s[0] = scramble(key[0] ^ low);
  s[1] = scramble(key[1] ^ scramble(low + 0x9e3779b9u));
  s[2] = scramble(key[2] ^ scramble(low ^ 0x85ebca6bu) ^ scramble(0xc2b2ae35u));
  s[3] = scramble(key[3] + low) | 1;
  for (int round = 0; round < 12; round++) next();
}

static inline uint32_t mix(uint32_t value, uint32_t key) {
  uint32_t x = (value ^ key) * 0x7feb352du;
  x = (x ^ (x >> 15)) * 0x846ca68bu;
  return x ^ (x >> 16);
}

static inline uint32_t permuted(const uint32_t *key, uint32_t cycle, uint32_t place, uint32_t size) {
  if (size <= 1) return 0;
  int bits = 32 - __builtin_clz(size - 1);
  if (bits < 2) bits = 2;
  int right_bits = bits >> 1;
  uint32_t left_mask = (1u << (bits - right_bits)) - 1, right_mask = (1u << right_bits) - 1;
  uint32_t first = mix(key[0] ^ cycle, key[1]), second = mix(key[2] ^ cycle, key[3]);
  uint32_t value = place;
  do {
    uint32_t left = value >> right_bits, right = value & right_mask;
    for (uint32_t round = 0; round < 6; round += 2) {
      left ^= mix(right ^ (round + 1) * 0x9e3779b9u, first) & left_mask;
      right ^= mix(left ^ (round + 2) * 0x9e3779b9u, second) & right_mask;
    }
    value = (left << right_bits) + right;
  } while (value >= size);
  return value;
}

static inline uint32_t draw(const part *graph, uint32_t row, uint32_t first, uint32_t second) {
  uint32_t start = graph->offsets[row], degree = graph->offsets[row + 1] - start;
  if (degree == 0) return NONE;
  const uint32_t *entry = graph->entries + 3 * (size_t)(start + (uint32_t)(((uint64_t)first * degree) >> 32));
  return (second < entry[0] ? entry[1] : entry[2]) & MASK;
}

/* Where there is nothing to draw from, no random number is used up. */
static inline uint32_t step_from(const part *graph, uint32_t row) {
  if (graph->offsets[row] == graph->offsets[row + 1]) return NONE;
  uint32_t first = next(), second = next();
  return draw(graph, row, first, second);
}

static uint32_t *words(FILE *file, size_t length) {
  uint32_t *array = malloc(length * 4 + 4);
  if (fread(array, 4, length, file) != length) exit(2);
  return array;
}

int main(int count, char **arguments) {
  if (count != 3) return 2;
  FILE *file = fopen(arguments[1], "rb");
  if (!file) return 2;
  uint32_t *head = words(file, 10), topics = head[0];
  const uint32_t *key = head + 2, *order = head + 6;
  part parts[3];
  for (int i = 0; i < 3; i++) {
    uint32_t *length = words(file, 1);
    parts[i].offsets = words(file, *length);
    length = words(file, 1);
    parts[i].entries = words(file, *length);
  }
  long walks = atol(arguments[2]);
  uint32_t checksum = 0, nodes[16];
  clock_t begin = clock();
  for (long index = 0; index < walks; index++) {
    state_at(key, (uint32_t)index);
    int length = 1;
    nodes[0] = permuted(order, (uint32_t)(index / topics), (uint32_t)(index % topics), topics);
    int steps = 1 + (int)(((uint64_t)next() * 2) >> 32);
    for (int step = 0; step < steps; step++) {
      uint32_t topic = step_from(&parts[0], nodes[length - 1]);
      if (topic == NONE) break;
      nodes[length++] = topic;
    }
    uint32_t point = step_from(&parts[1], nodes[length - 1]);
    for (int from = length - 2; from >= 0 && point == NONE; from--) {
      uint32_t first = next(), second = next();
      point = draw(&parts[1], nodes[from], first, second);
    }
    if (point == NONE) continue;
    nodes[length++] = point;
    steps = (int)(((uint64_t)next() * 5) >> 32);
    for (int step = 0; step < steps; step++) {
      uint32_t target = step_from(&parts[2], point);
      if (target == NONE) break;
      nodes[length++] = point = target;
    }
    for (int place = 0; place < length; place++) checksum = checksum * 31 + nodes[place];
  }
  printf("{\"walks\":%ld,\"seconds\":%f,\"checksum\":%u}\n", walks, (double)(clock() - begin) / CLOCKS_PER_SEC, checksum);
  return 0;
}
