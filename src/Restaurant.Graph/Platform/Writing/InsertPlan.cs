using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Restaurant.Graph.Platform.Writing;

/// <summary>How a new row of one type is inserted, with all new rows that hang on it: made from the model once.</summary>
internal sealed class InsertPlan
{
    private readonly Func<object, long>? _key;
    private readonly Action<object, long>? _setKey;

    private InsertPlan(IEntityType type)
    {
        var table = StoreObjectIdentifier.Table(type.GetTableName() ?? throw new NotSupportedException($"{type.Name} has no table."));
        var generated = type.FindPrimaryKey() is { Properties: [{ ValueGenerated: ValueGenerated.OnAdd } key] } && key.ClrType == typeof(long) ? key : null;
        (Table, KeyColumn) = (table.Name, generated?.GetColumnName(table));
        Columns = [.. type.GetFlattenedProperties().Where(property => property != generated).Select(property => new InsertColumn(property, $"{property.GetColumnName(table)}", ReaderOf(type, property)))];
        Children = [.. type.GetNavigations().Where(static navigation => navigation.IsCollection).Select(static navigation => new ChildRows(navigation))];
        Joins = [.. type.GetSkipNavigations().Where(static navigation => !navigation.IsShadowProperty()).Select(static navigation => new JoinRows(navigation))];
        (_key, _setKey) = generated is null ? (null, null) : (KeyOf(generated), SetterOf(generated));
    }

    /// <summary>The table.</summary>
    public string Table { get; }

    /// <summary>The column of the key, where the store makes it; else null.</summary>
    public string? KeyColumn { get; }

    /// <summary>All other columns.</summary>
    public IReadOnlyList<InsertColumn> Columns { get; }

    /// <summary>The rows that hang on one.</summary>
    public IReadOnlyList<ChildRows> Children { get; }

    /// <summary>The rows that one is joined with through a table in between.</summary>
    public IReadOnlyList<JoinRows> Joins { get; }

    /// <summary>That of a row.</summary>
    public static InsertPlan Of(IModel model, Type row)
    {
        var type = model.FindEntityType(row) ?? throw new NotSupportedException($"{row.Name} is not stored.");
        return type.GetOrAddRuntimeAnnotationValue(nameof(InsertPlan), static type => new InsertPlan(type!), type);
    }

    /// <summary>Whether a row is stored already.</summary>
    public bool IsStored(object row) => _key is not null && _key(row) > 0;

    /// <summary>The key of a stored row.</summary>
    public long KeyOf(object row) => _key?.Invoke(row) ?? 0;

    /// <summary>Gives a row the key that the store has made for it.</summary>
    public void SetKey(object row, long key) => _setKey?.Invoke(row, key);

    // A foreign key is that of the row that is referred to, which may have got it a moment ago.
    private static Func<object, object?> ReaderOf(IEntityType type, IProperty property)
    {
        if (property == type.FindDiscriminatorProperty())
        {
            var kind = type.GetDiscriminatorValue();
            return _ => kind;
        }

        var own = property.IsShadowProperty() ? null : property.GetGetter();
        if (property.GetContainingForeignKeys().Select(static key => key.DependentToPrincipal).OfType<INavigation>().FirstOrDefault() is not { } navigation)
        {
            return own is null ? static _ => null : own.GetClrValueUsingContainingEntity;
        }

        var (principal, key) = (navigation.GetGetter(), KeyOf(navigation.ForeignKey.PrincipalKey.Properties[0]));
        return row => principal.GetClrValue(row) is { } other ? key(other) : own?.GetClrValue(row);
    }

    private static Func<object, long> KeyOf(IReadOnlyProperty key)
    {
        var row = Expression.Parameter(typeof(object));
        return Expression.Lambda<Func<object, long>>(MemberOf(row, key), row).Compile();
    }

    private static Action<object, long> SetterOf(IReadOnlyProperty key)
    {
        var (row, value) = (Expression.Parameter(typeof(object)), Expression.Parameter(typeof(long)));
        return Expression.Lambda<Action<object, long>>(Expression.Assign(MemberOf(row, key), value), row, value).Compile();
    }

    // Asked of the type that declares it, which alone may have a way to set it.
    private static MemberExpression MemberOf(Expression row, IReadOnlyProperty key) =>
        key.PropertyInfo is { DeclaringType: { } type } property
            ? Expression.Property(Expression.Convert(row, type), type.GetProperty(property.Name) ?? property)
            : throw new NotSupportedException($"{key.Name} is no property of C#.");
}

/// <summary>A column of a row that is inserted.</summary>
/// <param name="Property">What it holds.</param>
/// <param name="Name">Its name.</param>
/// <param name="Read">Finds its value in a row.</param>
internal sealed record InsertColumn(IProperty Property, string Name, Func<object, object?> Read);
