using ApiSpec.Language.Collections;

namespace ApiSpec.Generator.Code;

/// <summary>The headers that the status table of an operation describes.</summary>
/// <param name="Name">The static class whose extension methods read them.</param>
/// <param name="Headers">The headers.</param>
internal sealed record ResponseHeaderReaders(string Name, EquatableArray<ResponseHeaderReader> Headers);

/// <summary>A response header.</summary>
/// <param name="WireName">Its name in the response.</param>
/// <param name="Method">The method that reads it: <c>GetLocation</c>.</param>
/// <param name="Type">Its type.</param>
/// <param name="Documentation">The description in the reference.</param>
/// <param name="Codes">The status codes of responses with the header.</param>
internal sealed record ResponseHeaderReader(string WireName, string Method, CodeType Type, Documentation Documentation, EquatableArray<int> Codes)
{
    /// <summary>The parts of the names before and after the part that the server chooses; null: the header has a fixed name.</summary>
    public FieldNames? Names { get; init; }

    /// <summary>The names of other documented headers that fit <see cref="Names"/>.</summary>
    public EquatableArray<string> Others { get; init; } = [];
}
