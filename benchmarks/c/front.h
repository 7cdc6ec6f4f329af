/* The front: who borders whom, how long the front is, how far hostile ground is, and which ground leads to the rear. */
#pragma once

#include "depth/fire_control.h"
#include "world.h"

static const double HORIZON = 3.0;

typedef struct {
    double east, north;
} Heading;

static void count_fronts(World *w) {
    ALL(Place, places, place) {
        place->fronts = 0;
        place->reshaped = place->surveyed != place->holder + 1;
        AROUND(place, neighbour) {
            const Place *beyond = at(w, neighbour);
            if (beyond->holder != place->holder) place->fronts++;
            if (beyond->surveyed != beyond->holder + 1) place->reshaped = 1;
        }
    }
}

static Heading way_over(const Place *place, const Place *beyond, const Neighbour *border) {
    return (Heading){(beyond->east - place->east) / border->km, (beyond->north - place->north) / border->km};
}

static Heading heading(const World *w, const Place *place) {
    Heading sum = {0.0, 0.0};
    HOSTILE_BORDERS(place, border) {
        Heading over = way_over(place, at(w, border), border);
        sum.east += border->length * over.east;
        sum.north += border->length * over.north;
    }
    return sum;
}

static Heading heading_around(const World *w, const Place *place) {
    Heading sum = {place->faces_east, place->faces_north};
    AROUND(place, neighbour) {
        const Place *beside = at(w, neighbour);
        if (beside->holder == place->holder && beside->fronts > 0) {
            sum.east += beside->faces_east;
            sum.north += beside->faces_north;
        }
    }
    return sum;
}

static double straightness(const Place *place, const Place *beyond, double east, double north) {
    double over_east = beyond->east - place->east, over_north = beyond->north - place->north;
    double lengths = sqrt((over_east * over_east + over_north * over_north) * (east * east + north * north));
    if (lengths <= 0.0) return 1.0;
    return max(0.0, min(1.0, (over_east * east + over_north * north) / lengths));
}

static void measure_front(World *w) {
    ALL(Place, places, place) {
        Heading faces = heading(w, place);
        place->surveyed = place->holder + 1;
        place->faces_east = faces.east;
        place->faces_north = faces.north;
    }
    ALL(Place, places, place) {
        if (place->fronts == 0) continue;
        Heading around = heading_around(w, place);
        HOSTILE_BORDERS(place, border) {
            const Place *beyond = at(w, border);
            Heading back = heading_around(w, beyond);
            double straight = straightness(place, beyond, around.east - back.east, around.north - back.north);
            double front = border->length * straight;
            if (front != border->front) {
                border->front = front;
                place->reshaped = 1;
            }
        }
    }
}

/* Lower places' distances, up to a limit, to the least over own or any ground (Moore 1959). */
static void spread(World *w, int any_ground, double limit) {
    int64_t waiting = 0, head = 0, size = w->n_places;
    ALL(Place, places, place) {
        place->queued = 0;
        if (place->distance < FAR) {
            place->queued = 1;
            w->queue[waiting++] = place - w->places;
        }
    }
    while (waiting > 0) {
        Place *place = w->places + w->queue[head];
        place->queued = 0;
        head = (head + 1) % size;
        waiting--;
        AROUND(place, neighbour) {
            Place *beyond = at(w, neighbour);
            double km = place->distance + neighbour->km;
            if ((any_ground || beyond->holder == place->holder) && km <= limit && km < beyond->distance) {
                beyond->distance = km;
                if (!beyond->queued) {
                    beyond->queued = 1;
                    w->queue[(head + waiting++) % size] = neighbour->place;
                }
            }
        }
    }
}

static void spread_over_own_ground(World *w) { spread(w, 0, FAR); }

static void measure_hostile_ground(World *w) {
    ALL(Place, places, place) {
        place->distance = FAR;
        HOSTILE_BORDERS(place, border) place->distance = min(place->distance, 0.5 * border->km);
    }
    spread_over_own_ground(w);
    ALL(Place, places, place) place->hostile = place->distance;
}

static void measure_retreat(World *w) {
    ALL(Place, places, place) place->distance = place->depot == place->holder ? 0.0 : FAR;
    spread_over_own_ground(w);
    ALL(Place, places, place) place->retreat = place->distance;
}

static void forget_reaches(World *w, const Laws *p) {
    ALL(Place, places, place) place->distance = place->reshaped ? 0.0 : FAR;
    spread(w, 1, HORIZON * p->reach);
    ALL(Place, places, place) {
        if (place->distance < FAR) {
            place->reach_last = -1;
            place->distance = FAR;
        }
    }
}

static void survey(World *w, const Laws *p) {
    if (!w->conditions->moved) return;
    w->conditions->moved = 0;
    count_fronts(w);
    measure_front(w);
    measure_hostile_ground(w);
    measure_retreat(w);
    ALL(Road, roads, road) measure_road(w, p, road);
    forget_reaches(w, p);
}
