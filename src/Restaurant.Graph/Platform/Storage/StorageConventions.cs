using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Scalars;

namespace Restaurant.Graph.Platform.Storage;

/// <summary>
/// How values of C# are stored: in SQLite as clients will read them, so that reading copies and does not convert; in PostgreSQL by its own types,
/// with texts in the order of their code points, as SQLite has them.
/// </summary>
internal static class StorageConventions
{
    private const string CodePoints = "C";

    /// <summary>Applies to a model that is otherwise complete.</summary>
    public static void Apply(ModelBuilder model, DatabaseProvider provider)
    {
        Instants.Declare(model, provider);
        foreach (var entity in model.Model.GetEntityTypes().ToList())
        {
            foreach (var money in entity.ClrType.GetProperties().Where(property => property.PropertyType == typeof(Money.Money)))
            {
                model.Entity(entity.ClrType).ComplexProperty(money.PropertyType, money.Name)
                    .Property(nameof(Money.Money.MinorUnits)).HasColumnName(money.Name);
            }

            foreach (var property in entity.GetProperties())
            {
                Apply(property, provider);
                if (provider == DatabaseProvider.PostgreSql && (property.GetValueConverter()?.ProviderClrType ?? property.ClrType) == typeof(string))
                {
                    property.SetCollation(CodePoints);
                }
            }
        }
    }

    private static void Apply(IMutableProperty property, DatabaseProvider provider)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (property.GetElementType() is { ClrType.IsEnum: true } element)
        {
            element.SetValueConverter(ConverterOf(element.ClrType));
        }
        else if (type.IsEnum)
        {
            property.SetValueConverter(ConverterOf(type));
        }
        else if (type == typeof(DateTimeOffset))
        {
            property.SetValueConverter(provider == DatabaseProvider.Sqlite ? new InstantTextConverter() : new InstantConverter());
        }
    }

    private static ValueConverter ConverterOf(Type constant) =>
        (ValueConverter)Activator.CreateInstance(typeof(ConstantConverter<>).MakeGenericType(constant))!;

    /// <summary>Stores an enum by the name it has in the schema.</summary>
    private sealed class ConstantConverter<TEnum>() : ValueConverter<TEnum, string>(value => Names[value], name => Values[name])
        where TEnum : struct, Enum
    {
        private static readonly Dictionary<TEnum, string> Names =
            Enum.GetValues<TEnum>().ToDictionary(value => value, value => GraphNames.Constant(value.ToString()));

        private static readonly Dictionary<string, TEnum> Values = Names.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }

    /// <summary>Stores an instant as UTC text of one width, which SQLite sorts and compares as time.</summary>
    private sealed class InstantTextConverter() : ValueConverter<DateTimeOffset, string>(
        value => value.UtcDateTime.ToString(DateTimeType.Form, CultureInfo.InvariantCulture),
        text => DateTimeOffset.ParseExact(text, DateTimeType.Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));

    /// <summary>Stores an instant in UTC, to the millisecond, which is as far as its text goes.</summary>
    private sealed class InstantConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(value => StoredValue.Instant(value), value => value);
}
