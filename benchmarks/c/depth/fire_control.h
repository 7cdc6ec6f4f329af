/* Fire control: how much of what travels on a road the enemy's drones destroy from hostile ground nearby. */
#pragma once

#include "world.h"

static double survival(double hazard, double length) { return exp(-hazard * length); }

static void measure_road(const World *w, const Laws *p, Road *road) {
    const Place *a = w->places + road->a, *b = w->places + road->b;
    road->holder = a->holder == b->holder ? a->holder : -1;
    if (road->owner != -1 && road->owner != road->holder) road->holder = -1;
    road->hostile = a->hostile >= FAR || b->hostile >= FAR ? FAR : 0.5 * (a->hostile + b->hostile);
    road->watched = exp(-road->hostile / p->drone_reach);
}

static double drones_in_use(const World *w, int64_t s) {
    const Side *enemy = w->sides + 1 - s;
    return w->sides[s].drones * (1.0 - enemy->counter_drone * enemy->depth);
}

static double drone_sight(const Laws *p, double coverage) {
    return p->drone_sight_least + (1.0 - p->drone_sight_least) * coverage;
}

static double drone_hazard(const World *w, const Laws *p, int64_t s, double watched) {
    if (w->conditions->ceasefire) return 0.0;
    return p->exposure * drones_in_use(w, 1 - s) * drone_sight(p, w->sides[1 - s].intelligence) * watched;
}

static void control_by_fire(World *w, const Laws *p) {
    double by_side[2] = {drone_hazard(w, p, 0, 1.0), drone_hazard(w, p, 1, 1.0)};
    ALL(Road, roads, road) road->hazard = road->holder < 0 ? 0.0 : road->watched * by_side[road->holder];
}
