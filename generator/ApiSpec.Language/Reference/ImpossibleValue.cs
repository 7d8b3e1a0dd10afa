using System.Globalization;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Rows;

namespace ApiSpec.Language.Reference;

/// <summary>A value of a condition or an error code that its row can never have.</summary>
/// <param name="Text">The value.</param>
/// <param name="Known">The values that the row can have; empty: the reference does not list them.</param>
/// <param name="Negative">
/// The negative number with the same bits, if the value is too large only because pages print codes without a sign; null: it is wrong for another reason.
/// </param>
internal sealed record ImpossibleValue(string Text, IReadOnlyCollection<string> Known, string? Negative)
{
    /// <summary>Returns the first of several values that a row can never have; null: it can have all of them, or the reference does not decide.</summary>
    /// <param name="table">A table of the reference.</param>
    /// <param name="row">The row.</param>
    /// <param name="values">The values.</param>
    public static ImpossibleValue? Find(ValueTable table, RowPath row, EquatableArray<string> values)
    {
        var substitutes = new List<string>();
        if (ResolvedClause.ScalarOf(table, row, substitutes) is not { } form)
            return null;
        // The range of a row with a list counts its items.
        var range = ResolvedClause.IsList(table, row) ? null : row.Row.Range;
        return values.Where(value => !substitutes.Contains(value) && !IsPossible(table.Types, form, range, value))
            .Select(value => new ImpossibleValue(value, ValueText.Known(form.Type), NegativeOf(form.Kind, value)))
            .FirstOrDefault();
    }

    private static bool IsPossible(TypeResolver types, ValueForm form, ValueRange? range, string value) => form switch
    {
        { Kind: TypeKind.Enum, Type: { IsOpen: false, Values: { Count: > 0 } listed } } => listed.Any(known => known.Value == value),
        { Kind: TypeKind.Int } => IsWhole(value, int.MinValue, int.MaxValue) && IsInside(types, form, range, value),
        { Kind: TypeKind.Long } => IsWhole(value, long.MinValue, long.MaxValue) && IsInside(types, form, range, value),
        { Kind: TypeKind.Double or TypeKind.Decimal or TypeKind.Epoch } => PrintedNumber.Of(value) is not null && IsInside(types, form, range, value),
        { Kind: TypeKind.Boolean or TypeKind.Flag } => BooleanWords.Meaning(value) is not null,
        _ => IsInside(types, form, range, value),
    };

    private static bool IsWhole(string value, decimal minimum, decimal maximum)
        => PrintedNumber.Of(value) is { } number && number >= minimum && number <= maximum && decimal.Truncate(number) == number;

    private static bool IsInside(TypeResolver types, ValueForm form, ValueRange? range, string value)
        => ScalarCheck.OutsideRange(types, form, range, ResolvedClause.FormOf(form) == ComparedAs.Number ? PrintedNumber.InJson(value) : value) is null;

    // Pages print the bits of a negative number in hexadecimal: 0x80070005 is -2147024891 in 32 bits.
    private static string? NegativeOf(TypeKind kind, string value)
    {
        var values = kind switch { TypeKind.Int => uint.MaxValue + 1m, TypeKind.Long => ulong.MaxValue + 1m, _ => 0 };
        return PrintedNumber.Of(value) is { } number && number >= values / 2 && number < values && decimal.Truncate(number) == number
            ? (number - values).ToString("0", CultureInfo.InvariantCulture)
            : null;
    }
}
