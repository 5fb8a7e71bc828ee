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

    /// <summary>Promises an ingredient to a line.</summary>
    internal static LineIngredient Reserve(Ingredient ingredient, int quantity, DateTimeOffset now)
    {
        ingredient.Reserve(quantity, now);
        return new LineIngredient { Ingredient = ingredient, Quantity = quantity };
    }

    /// <summary>Follows what is done with the line: firing it uses what was promised, and what was used for nobody is waste.</summary>
    internal void Follow(LineAction action, LineStatus before, DateTimeOffset now)
    {
        switch (action)
        {
            case LineAction.Fire:
                Ingredient.Consume(Quantity, now);
                break;
            case LineAction.Void when before is LineStatus.New or LineStatus.Held:
                Ingredient.Release(Quantity, now);
                break;
            case LineAction.Void:
                Ingredient.Discard(Quantity, now);
                break;
        }
    }
}
