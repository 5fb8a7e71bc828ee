using System.Linq.Expressions;
using GraphQL.Types;
using Restaurant.Graph.Platform.Paging;
using Restaurant.Graph.Platform.Reading.Json;
using Restaurant.Graph.Platform.Sorting;

namespace Restaurant.Graph.Platform.Reading.Plans;

/// <summary>One page of a connection, as read.</summary>
/// <param name="Rows">The rows of all pages that were read at once.</param>
/// <param name="Group">Those of this page.</param>
/// <param name="Arguments">What was asked for.</param>
/// <param name="TotalCount">How many rows the whole list has, where that was asked for.</param>
internal readonly record struct Page(Rows Rows, Rows.Group Group, PageArguments Arguments, long TotalCount);

/// <summary>How a page is written: what was selected of the connection, its edges and its page info.</summary>
internal sealed class PageWriter
{
    private const string TotalCount = "totalCount";

    private readonly List<Action<Utf8Buffer, Page>> _parts = [];
    private readonly RowCompiler _rows;
    private readonly IReadOnlyList<SortKey> _keys;
    private readonly Expression _item;
    private readonly Expression _row;
    private int? _cursors;

    /// <summary>Compiles what is selected of a connection.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="rows">What reads the rows.</param>
    /// <param name="keys">The order.</param>
    /// <param name="item">What has the keys.</param>
    /// <param name="row">The row, which is a part of it or the same.</param>
    public PageWriter(SelectedField connection, RowCompiler rows, IReadOnlyList<SortKey> keys, Expression item, Expression row)
    {
        (_rows, _keys, _item, _row) = (rows, keys, item, row);
        Write(connection.ObjectType, connection.Below, selected => selected.Field.Name switch
        {
            "nodes" => Items(_rows.Render(_rows.Object(selected.ObjectType, selected.Below, _row))),
            "edges" => Items(_rows.Render(Edge(selected.ObjectType, selected.Below))),
            "pageInfo" => Info(selected.ObjectType, selected.Below),
            _ => Total(),
        });
    }

    /// <summary>Whether the whole list has to be counted.</summary>
    public bool CountsTotal { get; private set; }

    /// <summary>Writes a page.</summary>
    public void Write(Utf8Buffer json, Page page)
    {
        foreach (var part in _parts)
        {
            part(json, page);
        }
    }

    private void Write(IObjectGraphType type, Selection selection, Func<SelectedField, Action<Utf8Buffer, Page>?> field)
    {
        var isFirst = true;
        foreach (var selected in selection.On(type))
        {
            Literal(JsonNames.Of(selected.Key, isFirst));
            isFirst = false;
            if (JsonNames.IsTypeName(selected.Field))
            {
                Literal(JsonNames.TypeName(type));
            }
            else if (field(selected) is { } part)
            {
                _parts.Add(part);
            }
        }

        Literal(JsonNames.End(isFirst));
    }

    private void Literal(byte[] json) => _parts.Add((buffer, _) => buffer.Write(json));

    private static Action<Utf8Buffer, Page> Items(int rendering) => (json, page) =>
    {
        json.Write((byte)'[');
        if (page.Group.Count > 0 && !page.Arguments.FromEnd)
        {
            page.Rows.CopyTo(json, rendering, page.Group.First, page.Group.Count);
        }
        else
        {
            // A page from the end was read backwards.
            for (var row = page.Group.Count - 1; row >= 0; row--)
            {
                page.Rows.CopyTo(json, rendering, page.Group.First + row, count: 1);
                json.Write(row > 0 ? ","u8 : []);
            }
        }

        json.Write((byte)']');
    };

    private Action<Utf8Buffer, Page> Total()
    {
        CountsTotal = true;
        return static (json, page) => json.Write(page.TotalCount);
    }

    private Action<Utf8Buffer, Page>? Info(IObjectGraphType type, Selection selection)
    {
        Write(type, selection, selected => selected.Field.Name switch
        {
            "hasNextPage" => Flag(static page => page.Arguments.FromEnd ? page.Arguments.Before is not null : page.Group.HasMore),
            "hasPreviousPage" => Flag(static page => page.Arguments.FromEnd ? page.Group.HasMore : page.Arguments.After is not null),
            "startCursor" => CursorAt(static page => page.Arguments.FromEnd ? page.Group.Count - 1 : 0),
            _ => CursorAt(static page => page.Arguments.FromEnd ? 0 : page.Group.Count - 1),
        });
        return null;
    }

    private static Action<Utf8Buffer, Page> Flag(Func<Page, bool> flag) => (json, page) => json.Write(flag(page) ? "true"u8 : "false"u8);

    private Action<Utf8Buffer, Page> CursorAt(Func<Page, int> row)
    {
        var rendering = _cursors ??= _rows.Render([Cursor()]);
        return (json, page) => json.Write(page.Group.Count == 0 ? "null"u8 : page.Rows.Row(rendering, page.Group.First + row(page)));
    }

    private Part[] Edge(IObjectGraphType type, Selection selection) => ObjectParts.Of(type, selection, selected => selected.Field.Name switch
    {
        "cursor" => Cursor(),
        _ => new JoinedPart(_rows.Object(selected.ObjectType, selected.Below, _row)),
    });

    private CursorPart Cursor() => new(Paging.Cursor.Signature(_keys), [.. _keys.Select(key => _rows.Column(key.Value(_item)))]);
}
