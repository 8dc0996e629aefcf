/**
 * Derived from spec/ by "pnpm generate". Edit the contract, not this file.
 */

export interface paths {
    "/v1/channel/orders/tour/{ax_order_code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Cancel a tour order
         * @description Tells AX Cloud that a traveler's order was cancelled on your channel. One call cancels one AX order as a whole
         *     (inferred: not the other AX orders of the same channel order), and sets two statuses: the one AX Cloud keeps
         *     (`ax_status`) and the one your channel keeps (`channel_status`). Send the same status in both: the page says that
         *     they keep the two systems in step, not what happens when they differ.
         *
         *     **Success is the echo.** The order is cancelled when the answer is `200` and its `ax_order_code` is the one in the
         *     path, its `ax_order_status` your `ax_status`, and its `channel_order_status` your `channel_status`. A `200` that
         *     repeats something else means that the server did not do what you asked (inferred from the page's example).
         *
         *     **No answer is no answer.** After a time-out or a lost connection the order may or may not be cancelled. The page
         *     promises nothing about sending the request again, so check the order with AX Cloud first.
         *
         *     **If you copied the cURL of AX Cloud's wiki page:** its body names the fields `channel_order_status` and
         *     `ax_order_status`. Those are the names of the *answer*; the request's names are `channel_status` and `ax_status`.
         *     Its path also holds a channel order code where an AX order code belongs. Sent unchanged to the mock server it gets
         *     `400`, with both required fields reported missing. The header `accept: application/json` that it sends is missing
         *     from the page's list of headers; we take it as optional (inferred).
         *
         *     **Part of an order:** to cancel single tickets, AX Cloud has another endpoint, which is not part of this contract.
         */
        patch: operations["cancelTourOrder"];
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Cancel request
         * @description What to set on the order. Send both statuses, and the same value in both.
         */
        CancelRequest: {
            /** @description The status that the order shall have at AX Cloud. */
            ax_status: components["schemas"]["RequestedStatus"];
            /** @description The status that the order has at your channel. */
            channel_status: components["schemas"]["RequestedStatus"];
            /**
             * @description A note to keep with the change of status. Optional; leave it out rather than sending an empty text. The page names
             *     no length limit and does not say who reads it, so put no personal data into it.
             * @example 여행자의 개인 사정으로 인한 취소
             */
            comment?: string;
        };
        /**
         * Requested status
         * @description A status to set on the order. Spelling, capital letters and spaces must be exact.
         *
         *     The page lists `New` among the statuses of an order, but it is not a cancellation, and what the server does with it
         *     is not known. Send one of the two cancels.
         * @example Traveler cancel
         * @enum {string}
         */
        RequestedStatus: "Traveler cancel" | "Unavoidable cancel" | "New";
        /**
         * Cancelled order
         * @description The order after the cancellation: these four fields, not wrapped in an envelope. The page's table also lists
         *     `status_code` (an integer, `200` on success) and `data` (an object), but its example of an answer has neither; the
         *     example is taken as the better witness (inferred). Tolerate additional fields.
         */
        CancelledOrder: {
            /**
             * @description Your channel's identifier of the cancelled order.
             * @example 915c1218-f41c-492b-bb0b-96177ff4d2ee
             */
            channel_order_code: string;
            /**
             * @description The order's status at your channel; after a success the `channel_status` you sent. Known values are `New`,
             *     `Traveler cancel` and `Unavoidable cancel`; tolerate others, because another page of the wiki lists more
             *     (inferred).
             * @example Traveler cancel
             */
            channel_order_status: string;
            /**
             * @description AX Cloud's identifier of the cancelled order; after a success the code in the path.
             * @example b9872ed4-12c5-4fb5-ae18-4f39b11ee912
             */
            ax_order_code: string;
            /**
             * @description The order's status at AX Cloud; after a success the `ax_status` you sent. Known values are `New`,
             *     `Traveler cancel` and `Unavoidable cancel`; tolerate others, because another page of the wiki lists more
             *     (inferred).
             * @example Traveler cancel
             */
            ax_order_status: string;
        } & {
            [key: string]: unknown;
        };
        /**
         * Error
         * @description One text that says what went wrong, in Korean. For a person to read: it may change with the server's version, so
         *     never compare it. The page prints it with single quotes; it is taken to be JSON all the same (inferred).
         */
        ErrorDetail: {
            /**
             * @description What went wrong, in Korean, for a person to read.
             * @example 찾을 수 없습니다.
             */
            detail: string;
        } & {
            [key: string]: unknown;
        };
        /**
         * Invalid request
         * @description What is wrong with the request: one `detail` where the body could not be read, or one list of messages for each
         *     invalid field.
         */
        InvalidRequest: {
            /**
             * @description Why the body could not be read, for a person to read.
             * @example JSON parse error - Expecting value: line 1 column 1 (char 0)
             */
            detail?: string;
            /** @description What is wrong with `ax_status`. */
            ax_status?: components["schemas"]["Messages"];
            /** @description What is wrong with `channel_status`. */
            channel_status?: components["schemas"]["Messages"];
            /** @description What is wrong with `comment`. */
            comment?: components["schemas"]["Messages"];
            /** @description What is wrong with the body as a whole. */
            non_field_errors?: components["schemas"]["Messages"];
        } & {
            [key: string]: unknown;
        };
        /**
         * Messages
         * @description The messages about one field, for a person to read.
         * @example [
         *       "이 필드는 필수 항목입니다."
         *     ]
         */
        Messages: string[];
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    cancelTourOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The AX order code: AX Cloud's identifier of the order to cancel, as received when the order was placed
                 *     (inferred). Not your channel's order code, although the page's cURL has one here (inferred from the parameter's
                 *     name). Every example is a lower-case UUID, but the page only says "String", so treat it as opaque and send it
                 *     exactly as you got it.
                 * @example b9872ed4-12c5-4fb5-ae18-4f39b11ee912
                 */
                ax_order_code: string;
            };
            cookie?: never;
        };
        /** @description The two statuses to set, and an optional comment. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelRequest"];
            };
        };
        responses: {
            /**
             * @description The order as it is after the cancellation. Compare it with your request: success means that the answer echoes
             *     the order code and both statuses.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CancelledOrder"];
                };
            };
            /**
             * @description The request is not valid, and nothing was cancelled. **Inferred:** the page does not mention this status. The
             *     server answers in the manner of Django REST framework, which reports a body it cannot read as one `detail`
             *     and invalid fields as one list of messages each.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidRequest"];
                };
            };
            /**
             * @description The API key is missing, malformed or not valid. Nothing was cancelled. Check the key, its environment and the
             *     word `Token` before it. The page names an invalid key and an invalid channel code. No request carries a channel
             *     code, so we read that as an order of another channel (inferred). That a missing or malformed key gets `403` too,
             *     and not `401`, is also inferred.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDetail"];
                };
            };
            /**
             * @description No order has this code. Nothing was cancelled. Check that you sent the AX order code and not your channel's own,
             *     and that the order was placed in the same environment.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDetail"];
                };
            };
        };
    };
}
