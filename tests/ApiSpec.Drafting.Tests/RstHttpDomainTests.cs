using ApiSpec.Drafting.Checking;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Operations that reStructuredText describes with directives.</summary>
public sealed class RstHttpDomainTests
{
    private const string Page = """
        Racks
        =====

        Add a box
        ---------

        .. http:post:: /rooms/(int:room)/racks/(rack)/boxes

           Adds a box to a rack.

           **Example request**:

           .. sourcecode:: http

              POST /rooms/7/racks/a/boxes HTTP/1.1
              Content-Type: application/json

              {"size": 4}

           **Example response**:

           .. sourcecode:: http

              HTTP/1.1 201 Created
              Content-Type: application/json

              {"id": "b1"}

           :param room: The room.
           :param rack: The rack.
           :type rack: string
           :query boolean wait: Whether to wait. *(optional)*
           :query limit: The largest number.
           :querytype limit: int
           :reqheader X-Request-Id: The name of the call.
           :<json int size: The size, in cm.
           :<json string name: The name.
               It is short.
           :>json string id: The box.
           :statuscode 201: The box is there.
           :statuscode 404: No such rack.
           :resheader Location: The address of the box.
           :unknown thing: What it is.

        Remove a box
        ------------

        .. http:delete:: /boxes/(string:id)

           Removes a box.

           :param id: The box.
           :status 204: The box is gone.
        """;

    [Fact]
    public void The_fields_are_the_parts_of_the_section()
    {
        var draft = Draft(Page, "Add a box");

        Has(draft, "function: Adds a box to a rack.\n");
        Has(draft, "request: POST /rooms/{room}/racks/{rack}/boxes\n");
        Has(draft, "path:\n  room: int - The room.\n  rack: string - The rack.\n");
        Has(draft, "  wait?: boolean - Whether to wait.");
        Has(draft, "  limit: int");
        Has(draft, "headers:\n  X-Request-Id:");
        Has(draft, "  size: int");
        Has(draft, "  name: string");
        Has(draft, "response:\n  id: string - The box.\n");
        Has(draft, "  201:\n    description: The box is there.\n");
        Has(draft, "  404: No such rack.\n");
        Has(draft, "POST /rooms/7/racks/a/boxes HTTP/1.1");
        Assert.Contains(":unknown thing: What it is.", draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void Each_operation_is_a_section()
    {
        var draft = Draft(Page, "Remove a box");

        Has(draft, "request: DELETE /boxes/{id}\n");
        Has(draft, "path:\n  id: string - The box.\n");
        Has(draft, "  204: The box is gone.\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void Several_operations_under_one_title_have_their_requests_as_titles()
    {
        const string Several = """
            Racks
            =====

            .. http:get:: /racks

               Lists racks.

               :>json string id: The rack.

            .. http:delete:: /racks/(id)

               Removes a rack.

               :param id: The rack.
            """;

        Has(Draft(Several, "GET /racks"), "function: Lists racks.\nrequest: GET /racks\n");
        Has(Draft(Several, "DELETE /racks/(id)"), "function: Removes a rack.\nrequest: DELETE /racks/{id}\n");
    }

    [Fact]
    public void The_domain_of_a_document_needs_no_prefix()
        => Has(Draft("Get a rack\n==========\n\n.. default-domain:: http\n\n.. get:: /racks/(id)\n\n   Returns a rack.\n\n   :param id: The rack.\n", null),
            "request: GET /racks/{id}\n");

    [Fact]
    public void A_field_without_a_placeholder_is_no_part_of_the_path()
    {
        var draft = Draft("Get a rack\n==========\n\n.. http:get:: /racks\n\n   Returns racks.\n\n   :param int limit: The largest number.\n", null);

        Assert.DoesNotContain("path:", draft.Written.Text, StringComparison.Ordinal);
        Has(draft, "query:");
        Has(draft, "  limit: int");
    }

    private static CheckedDraft Draft(string page, string? section) => Support.Drafting.Draft(page, "base", "page.rst", section: section);
}
