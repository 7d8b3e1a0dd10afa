using System.ComponentModel;
using ApiSpec.Transport;

namespace ApiSpec.Generated;

/// <summary>Makes the formats of lists whose items say whether a call succeeded. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ApiItems
{
    /// <summary>The format of a body.</summary>
    /// <param name="success">The condition that each item of a success meets; null: the status code decides.</param>
    public static ApiBodyFormat Format(ApiCondition? success = null) => new ItemsFormat(success);
}
