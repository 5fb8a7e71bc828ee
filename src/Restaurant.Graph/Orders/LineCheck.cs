using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform;
using Restaurant.Graph.Platform.Mutations;

namespace Restaurant.Graph.Orders;

/// <summary>Checks the lines of one order against its dishes, and what of them is served at its time, and collects their faults.</summary>
internal sealed class LineCheck(MenuCard card, Func<Dish, bool> isServed, DateTime servingTime, List<MutationError> faults)
{
    private const int MinQuantity = 1;
    private const int MaxQuantity = 99;

    /// <summary>The seats of a table.</summary>
    public static readonly Bounds Seats = new(1, 50);

    private static readonly Bounds Courses = new(1, 9);

    /// <summary>The line as it will stand in the order; null if something is wrong with it.</summary>
    public OrderLine? Line(OrderLineInput input, int index)
    {
        var before = faults.Count;
        if (input.Quantity is < MinQuantity or > MaxQuantity)
        {
            faults.Add(new InvalidQuantityError
            {
                Message = $"The quantity is {input.Quantity} where it has to be {MinQuantity} to {MaxQuantity}.",
                Path = InputPath.Of("lines", index, "quantity"),
                Min = MinQuantity,
                Max = MaxQuantity,
            });
        }

        MutationError?[] others =
        [
            Note.TooLong(input.Note, "lines", index, "note"),
            input.Seat is { } seat && !Seats.Allow(seat) ? OutOfBoundsError.Of(seat, Seats, InputPath.Of("lines", index, "seat")) : null,
            input.Course is { } course && !Courses.Allow(course) ? OutOfBoundsError.Of(course, Courses, InputPath.Of("lines", index, "course")) : null,
        ];
        faults.AddRange(others.OfType<MutationError>());

        if (!card.Dishes.TryGetValue(input.DishId.Key, out var dish))
        {
            faults.Add(DishNotFoundError.At(InputPath.Of("lines", index, "dishId")));
            return null;
        }

        if (!isServed(dish))
        {
            faults.Add(DishNotServedError.Of(dish, index));
        }

        // Whether there is enough is asked of the plate as it is ordered, which may do without what the dish lacks.
        if (dish.IsMarkedUnavailable)
        {
            faults.Add(new DishUnavailableError
            {
                Message = $"{dish.Name} is not available.",
                Path = InputPath.Of("lines", index, "dishId"),
                DishName = dish.Name,
            });
        }

        var size = input.SizeId is { } id ? dish.Sizes.FirstOrDefault(size => size.Id == id.Key) : dish.Sizes.MinBy(static size => size.Position);
        if (size is null && input.SizeId is not null)
        {
            faults.Add(SizeNotOfDishError.Of(dish.Name, index));
        }

        var modifiers = Modifiers(input, dish, index);
        return faults.Count == before
            ? OrderLine.Of(input, new DishChoice(dish, size, modifiers, card.AdjustmentOf(dish, size?.Price ?? dish.Price, servingTime)))
            : null;
    }

    private List<Modifier> Modifiers(OrderLineInput input, Dish dish, int index)
    {
        var offered = dish.ModifierGroups.SelectMany(group => group.Modifiers).ToDictionary(modifier => modifier.Id);
        var chosen = new List<Modifier>();
        foreach (var (place, id) in (input.ModifierIds ?? []).Index())
        {
            var path = InputPath.Of("lines", index, "modifierIds", place);
            if (!offered.TryGetValue(id.Key, out var modifier))
            {
                faults.Add(new ModifierNotOfDishError { Message = $"This modifier does not come with {dish.Name}.", Path = path });
            }
            else if (chosen.Contains(modifier))
            {
                faults.Add(new DuplicateModifierError { Message = $"{modifier.Name} is chosen twice.", Path = path });
            }
            else
            {
                chosen.Add(modifier);
                if (!modifier.IsAvailable)
                {
                    faults.Add(ModifierUnavailableError.Of(modifier, path));
                }
            }
        }

        faults.AddRange(dish.ModifierGroups
            .Select(group => (Group: group, Selected: group.Modifiers.Count(chosen.Contains)))
            .Where(choice => choice.Selected < choice.Group.MinSelections || choice.Selected > choice.Group.MaxSelections)
            .Select(choice => new ModifierSelectionError
            {
                Message = $"{choice.Group.Name}: {choice.Selected} chosen where it has to be {choice.Group.MinSelections} to {choice.Group.MaxSelections}.",
                Path = InputPath.Of("lines", index, "modifierIds"),
                GroupName = choice.Group.Name,
                MinSelections = choice.Group.MinSelections,
                MaxSelections = choice.Group.MaxSelections,
                Selected = choice.Selected,
            }));
        return chosen;
    }
}
