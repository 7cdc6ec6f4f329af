/* The front: who borders whom, how far hostile ground is, and which ground still leads to the rear. */

static void spread_over_own_ground(World *w) {
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
        AROUND(place, n) {
            Place *beyond = at(w, n);
            if (beyond->holder == place->holder && place->distance + n->km < beyond->distance) {
                beyond->distance = place->distance + n->km;
                if (!beyond->queued) {
                    beyond->queued = 1;
                    w->queue[(head + waiting++) % size] = n->place;
                }
            }
        }
    }
}

static double enveloped(const Place *place) {
    return most(0.0, 2.0 * (double)place->fronts / (double)(place->last - place->first) - 1.0);
}

static void survey(World *w, const Laws *p) {
    if (!w->conditions->moved) return;
    w->conditions->moved = 0;
    ALL(Place, places, place) {
        place->fronts = 0;
        place->distance = FAR;
        AROUND(place, n) {
            if (at(w, n)->holder != place->holder) {
                place->fronts++;
                place->distance = least(place->distance, 0.5 * n->km);
            }
        }
    }
    spread_over_own_ground(w);
    ALL(Place, places, place) {
        place->hostile = place->distance;
        place->distance = place->depot == place->holder ? 0.0 : FAR;
    }
    spread_over_own_ground(w);
    ALL(Place, places, place) place->retreat = place->distance;
    ALL(Road, roads, road) {
        const Place *a = w->places + road->a, *b = w->places + road->b;
        road->holder = a->holder == b->holder ? a->holder : -1;
        road->hostile = a->hostile >= FAR || b->hostile >= FAR ? FAR : 0.5 * (a->hostile + b->hostile);
        road->watched = exp(-road->hostile / p->drone_reach);
    }
}
