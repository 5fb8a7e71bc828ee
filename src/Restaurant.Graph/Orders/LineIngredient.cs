using Restaurant.Graph.Inventory;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Orders;

/// <summary>What a line takes of an ingredient: as the recipe was when it was ordered, for all of its portions.</summary>
public sealed class LineIngredient : IRow
{
    /// <summary>The primary key.</summary>
    public long Id { get; private set; }

    /// <summary>The ingredient.</summary>
    public Ingredient Ingredient { get => field ?? throw new NotLoadedException(nameof(Ingredient)); private init; }

    /// <summary>The key of <see cref="Ingredient"/>.</summary>
    public long IngredientId { get; private set; }

    /// <summary>How much, in the unit of the ingredient.</summary>
    public int Quantity { get; private init; }

    /// <summary>Whether it is promised to the line: not before its order goes to the kitchen if that is meant for later, and not once it is used.</summary>
    public bool IsReserved { get; private set; }

    /// <summary>Notes what a line will take, without a promise.</summary>
    internal static LineIngredient Plan(Ingredient ingredient, int quantity) => new() { Ingredient = ingredient, Quantity = quantity };

    /// <summary>Promises it, if it is not yet.</summary>
    internal void Reserve(DateTimeOffset now)
    {
        if (!IsReserved)
        {
            Ingredient.Reserve(Quantity, now);
            IsReserved = true;
        }
    }

    /// <summary>Follows what is done with the line: firing it uses what was promised, and what was used for nobody is waste.</summary>
    internal void Follow(LineAction action, LineStatus before, DateTimeOffset now)
    {
        switch (action)
        {
            case LineAction.Fire:
                Reserve(now);
                Ingredient.Consume(Quantity, now);
                IsReserved = false;
                break;
            case LineAction.Void when before is LineStatus.New or LineStatus.Held:
                Release(now);
                break;
            case LineAction.Void:
                Ingredient.Discard(Quantity, now);
                break;
        }
    }

    private void Release(DateTimeOffset now)
    {
        if (IsReserved)
        {
            Ingredient.Release(Quantity, now);
            IsReserved = false;
        }
    }
}
