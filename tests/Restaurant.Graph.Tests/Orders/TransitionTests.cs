using Restaurant.Graph.Dining;
using Restaurant.Graph.Kitchen;
using Restaurant.Graph.Orders;
using Restaurant.Graph.Payments;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.States;

namespace Restaurant.Graph.Tests.Orders;

/// <summary>Each cell of each table of moves, against the tables of the design written out by hand.</summary>
public sealed class TransitionTests
{
    private const string OrderTable = """
                          SCHEDULE   ACCEPT    REJECT    EXPIRE   PREPARE         FINISH  DISPATCH          FULFILL    COMPLETE   CANCEL    ADD_LINES       FIRE_COURSE     HOLD_COURSE     SERVE_LINES     VOID_LINES      PAY               DISCOUNT
        PLACED            SCHEDULED  ACCEPTED  REJECTED  EXPIRED  -               -       -                 -          -          CANCELED  PLACED          -               -               -               PLACED          PLACED            PLACED
        SCHEDULED         -          ACCEPTED  -         EXPIRED  -               -       -                 -          -          CANCELED  SCHEDULED       -               -               -               SCHEDULED       SCHEDULED         SCHEDULED
        ACCEPTED          -          -         -         -        IN_PREPARATION  READY   -                 -          -          CANCELED  ACCEPTED        ACCEPTED        ACCEPTED        ACCEPTED        ACCEPTED        ACCEPTED          ACCEPTED
        IN_PREPARATION    -          -         -         -        -               READY   -                 -          -          CANCELED  IN_PREPARATION  IN_PREPARATION  IN_PREPARATION  IN_PREPARATION  IN_PREPARATION  IN_PREPARATION    IN_PREPARATION
        READY             -          -         -         -        IN_PREPARATION  -       OUT_FOR_DELIVERY  FULFILLED  -          CANCELED  READY           READY           READY           READY           READY           READY             READY
        OUT_FOR_DELIVERY  -          -         -         -        -               -       -                 FULFILLED  -          CANCELED  -               -               -               -               -               OUT_FOR_DELIVERY  OUT_FOR_DELIVERY
        FULFILLED         -          -         -         -        -               -       -                 -          COMPLETED  -         -               -               -               -               -               FULFILLED         FULFILLED
        COMPLETED         -          -         -         -        -               -       -                 -          -          -         -               -               -               -               -               COMPLETED         -
        REJECTED          -          -         -         -        -               -       -                 -          -          -         -               -               -               -               -               -                 -
        EXPIRED           -          -         -         -        -               -       -                 -          -          -         -               -               -               -               -               -                 -
        CANCELED          -          -         -         -        -               -       -                 -          -          -         -               -               -               -               -               CANCELED          -
        """;

    private const string LineTable = """
                        HOLD  FIRE   START           FINISH  RECALL          SERVE   VOID
        NEW             HELD  FIRED  -               -       -               -       VOIDED
        HELD            -     FIRED  -               -       -               -       VOIDED
        FIRED           -     -      IN_PREPARATION  -       -               -       VOIDED
        IN_PREPARATION  -     -      -               READY   -               -       VOIDED
        READY           -     -      -               -       IN_PREPARATION  SERVED  VOIDED
        SERVED          -     -      -               -       -               -       -
        VOIDED          -     -      -               -       -               -       -
        """;

    private const string TicketTable = """
                        START           BUMP       RECALL          VOID    CLOSE
        QUEUED          IN_PREPARATION  -          -               VOIDED  COMPLETED
        IN_PREPARATION  -               READY      -               VOIDED  COMPLETED
        READY           -               COMPLETED  IN_PREPARATION  VOIDED  COMPLETED
        COMPLETED       -               -          READY           VOIDED  -
        VOIDED          -               -          -               -       -
        """;

    private const string PaymentTable = """
                    AUTHORIZE   CAPTURE   FAIL    VOID    REFUND
        PENDING     AUTHORIZED  -         FAILED  VOIDED  -
        AUTHORIZED  -           CAPTURED  FAILED  VOIDED  -
        CAPTURED    -           -         -       -       CAPTURED
        FAILED      -           -         -       -       -
        VOIDED      -           -         -       -       -
        """;

    public static TheoryData<string, string, string> PaymentCells => Cells(PaymentTable);

    private const string DiningTableTable = """
                        HOLD      RELEASE    SEAT      SEAT_RESERVATION  SIT_DOWN  LEAVE  CLEAN      TAKE_OUT_OF_SERVICE  RETURN_TO_SERVICE
        AVAILABLE       RESERVED  -          OCCUPIED  OCCUPIED          OCCUPIED  -      -          OUT_OF_SERVICE       -
        RESERVED        -         AVAILABLE  -         OCCUPIED          -         -      -          OUT_OF_SERVICE       -
        OCCUPIED        -         -          -         -                 -         DIRTY  -          -                    -
        DIRTY           -         -          -         -                 OCCUPIED  -      AVAILABLE  OUT_OF_SERVICE       -
        OUT_OF_SERVICE  -         -          -         -                 -         -      -          -                    AVAILABLE
        """;

    private const string VisitTable = """
                MOVE  MERGE   CLOSE
        OPEN    OPEN  MERGED  CLOSED
        MERGED  -     -       -
        CLOSED  -     -       CLOSED
        """;

    private const string ReservationTable = """
                    BOOK    SEAT    CANCEL    MARK_NO_SHOW  UNDO_NO_SHOW
        BOOKED      -       SEATED  CANCELED  NO_SHOW       -
        WAITLISTED  BOOKED  SEATED  CANCELED  -             -
        SEATED      -       -       -         -             -
        CANCELED    -       -       -         -             -
        NO_SHOW     -       -       -         -             WAITLISTED
        """;

    public static TheoryData<string, string, string> OrderCells => Cells(OrderTable);

    public static TheoryData<string, string, string> LineCells => Cells(LineTable);

    public static TheoryData<string, string, string> TicketCells => Cells(TicketTable);

    public static TheoryData<string, string, string> DiningTableCells => Cells(DiningTableTable);

    public static TheoryData<string, string, string> VisitCells => Cells(VisitTable);

    public static TheoryData<string, string, string> ReservationCells => Cells(ReservationTable);

    [Theory]
    [MemberData(nameof(OrderCells))]
    public void An_order_moves_as_designed(string from, string action, string to) => AssertMove(OrderStates.Table, from, action, to);

    [Theory]
    [MemberData(nameof(LineCells))]
    public void A_line_moves_as_designed(string from, string action, string to) => AssertMove(LineStates.Table, from, action, to);

    [Theory]
    [MemberData(nameof(TicketCells))]
    public void A_ticket_moves_as_designed(string from, string action, string to) => AssertMove(TicketStates.Table, from, action, to);

    [Theory]
    [MemberData(nameof(PaymentCells))]
    public void A_payment_moves_as_designed(string from, string action, string to) => AssertMove(PaymentStates.Table, from, action, to);

    [Theory]
    [MemberData(nameof(DiningTableCells))]
    public void A_table_moves_as_designed(string from, string action, string to) => AssertMove(TableStates.Table, from, action, to);

    [Theory]
    [MemberData(nameof(VisitCells))]
    public void A_visit_moves_as_designed(string from, string action, string to) => AssertMove(VisitStates.Table, from, action, to);

    [Theory]
    [MemberData(nameof(ReservationCells))]
    public void A_reservation_moves_as_designed(string from, string action, string to) => AssertMove(ReservationStates.Table, from, action, to);

    [Fact]
    public void The_written_tables_have_every_cell()
    {
        Assert.Equal(Enum.GetValues<OrderStatus>().Length * Enum.GetValues<OrderAction>().Length, OrderCells.Count);
        Assert.Equal(Enum.GetValues<LineStatus>().Length * Enum.GetValues<LineAction>().Length, LineCells.Count);
        Assert.Equal(Enum.GetValues<TicketStatus>().Length * Enum.GetValues<TicketAction>().Length, TicketCells.Count);
        Assert.Equal(Enum.GetValues<PaymentState>().Length * Enum.GetValues<PaymentAction>().Length, PaymentCells.Count);
        Assert.Equal(Enum.GetValues<TableStatus>().Length * Enum.GetValues<TableAction>().Length, DiningTableCells.Count);
        Assert.Equal(Enum.GetValues<VisitStatus>().Length * Enum.GetValues<VisitAction>().Length, VisitCells.Count);
        Assert.Equal(Enum.GetValues<ReservationStatus>().Length * Enum.GetValues<ReservationAction>().Length, ReservationCells.Count);
    }

    private static void AssertMove<TState, TAction>(TransitionTable<TState, TAction> table, string from, string action, string to)
        where TState : struct, Enum
        where TAction : struct, Enum
    {
        var next = table.Next(Parse<TState>(from), Parse<TAction>(action));
        Assert.Equal(to, next is { } state ? GraphNames.Constant(state.ToString()) : "-");
        Assert.Equal(next is not null, table.From(Parse<TState>(from)).Contains(Parse<TAction>(action)));
    }

    private static T Parse<T>(string name)
        where T : struct, Enum => Enum.GetValues<T>().Single(value => GraphNames.Constant(value.ToString()) == name);

    private static TheoryData<string, string, string> Cells(string table)
    {
        var cells = new TheoryData<string, string, string>();
        var rows = table.Split('\n').Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();
        foreach (var row in rows.Skip(1))
        {
            foreach (var (index, action) in rows[0].Index())
            {
                cells.Add(row[0], action, row[index + 1]);
            }
        }

        return cells;
    }
}
