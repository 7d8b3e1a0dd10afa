using ApiSpec.Language.Declarations;
using ApiSpec.Language.Rows;

namespace ApiSpec.Testing.Documented;

/// <summary>Writes types as specs do.</summary>
internal static class TypeNotation
{
    /// <summary>The type of a row with its range and constant: <c>string ..255</c>, <c>string always POST</c>.</summary>
    public static string Of(RowDeclaration row)
        => RowWriter.Write(row.Type, row.Range)
            + (row.HasNullConstant ? " always null" : row.Constant is { } constant ? " always " + RowWriter.Quoted(constant) : "")
            + (row.RequiredWhen is { } required && !ReferenceEquals(required, row.OnlyWhen) ? " " + RowText.RequiredWhenWords + " " + required.Text : "")
            + (row.OnlyWhen is { } only ? " " + RowText.OnlyWhenWords + " " + only.Text : "")
            + (row.IsPresenceUnknown ? " " + RowText.RequiredNotStated : "");

    public static string Of(TypeReference type) => RowWriter.Write(type);
}
