using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Restaurant.Graph.Platform.Reading.Sql.Sqlite;

/// <summary>
/// The functions of SQLite that read a column (https://www.sqlite.org/c3ref/column_blob.html), called without what makes calls to native
/// code safe in general: they only look at memory, and for a long list they are called thousands of times.
/// </summary>
internal static unsafe partial class SqliteColumns
{
    private const string Library = "e_sqlite3";

    /// <summary>The kind of null.</summary>
    public const int Null = 5;

    /// <summary>The kind of whole numbers.</summary>
    public const int Integer = 1;

    /// <summary>The kind of numbers with a fraction.</summary>
    public const int Float = 2;

    /// <summary>What kind of value a column has.</summary>
    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_column_type")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int Kind(nint statement, int column);

    /// <summary>A whole number.</summary>
    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_column_int64")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial long Int64(nint statement, int column);

    /// <summary>A number with a fraction.</summary>
    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_column_double")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial double Double(nint statement, int column);

    /// <summary>A text as UTF-8; good until the statement moves on.</summary>
    public static ReadOnlySpan<byte> Utf8(nint statement, int column) => new(Blob(statement, column), Length(statement, column));

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_column_blob")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial byte* Blob(nint statement, int column);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_column_bytes")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial int Length(nint statement, int column);
}
