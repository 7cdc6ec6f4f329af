/* Chance: SplitMix64's finaliser, twice, as sim/world/chance.py has it. */
#pragma once

#include "world.h"

static uint64_t mixed(uint64_t z) {
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

static double uniform(uint64_t key, int64_t day, uint64_t purpose, int64_t index) {
    const uint64_t golden = 0x9E3779B97F4A7C15u;
    uint64_t z = key ^ ((((uint64_t)day << 40) ^ (purpose << 32) ^ (uint64_t)index) * golden);
    return ((double)(int64_t)(mixed(mixed(z) + golden) >> 11) + 0.5) * 0x1p-53;
}

static double normal(uint64_t key, int64_t day, uint64_t purpose, int64_t index) {
    double u = uniform(key, day, purpose, 2 * index), v = uniform(key, day, purpose, 2 * index + 1);
    return sqrt(-2.0 * log(u)) * cos(2.0 * 3.141592653589793 * v);
}

static int64_t of_pair(int64_t one, int64_t other) { return (one * 31 + other) & 0x7FFFFFFF; }
