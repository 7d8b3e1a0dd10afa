using System.ComponentModel;
using System.Text.Json;
using ApiSpec.Json;

namespace ApiSpec.Generated;

/// <summary>The contract of a union. For generated code.</summary>
/// <typeparam name="T">The union.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class UnionJson<T> : ApiJson<T>
{
    private readonly UnionShape _union;

    /// <summary>Prepares the contract.</summary>
    /// <param name="alternatives">Returns the shapes of the alternatives.</param>
    protected UnionJson(Func<JsonShape[]> alternatives) => _union = new UnionShape(alternatives);

    /// <inheritdoc/>
    public sealed override T Read(ref Utf8JsonReader reader)
    {
        JsonReading.Current?.Spend(_union.Alternatives.Length + 1);
        var picker = UnionPicker.OfThread;
        if (picker.TryFind(reader.TokenStartIndex, _union, out var alternative))
            return Read(ref reader, alternative);

        // The outermost union of a value decides for all unions in it, so that each part of the text is read once, even if unions are nested.
        var mark = picker.Begin();
        try
        {
            return Read(ref reader, picker.Pick(reader, _union));
        }
        finally
        {
            picker.End(mark);
        }
    }

    /// <summary>Checks how often a list has each alternative. For generated code.</summary>
    /// <param name="values">The list.</param>
    /// <exception cref="ArgumentException">The list has an alternative less or more often than the reference says.</exception>
    protected virtual void CheckNumbers(IReadOnlyList<T> values)
    {
    }

    internal sealed override void CheckAll(IReadOnlyList<T> values) => CheckNumbers(values);

    /// <inheritdoc/>
    protected sealed override JsonShape CreateShape() => _union;

    /// <summary>Reads a value as one of the alternatives.</summary>
    /// <remarks>
    /// An object is the alternative whose constant member has the right value and whose required members are all present; if several match, the one that knows
    /// most of the value's members, and the first of those. Other values are the first alternative that they can be read as.
    /// </remarks>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <param name="alternative">The position of the alternative; -1: the value is not one of them.</param>
    protected abstract T Read(ref Utf8JsonReader reader, int alternative);
}
